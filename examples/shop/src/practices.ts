import { definePractices } from '@candor/practices'
import { controls } from './controls.js'
import { dataTypes } from './data-types.js'

/** The practices of an invented shop: a browser app and its service. */
export const shop = definePractices({
  product: 'shop',
  version: 1,
  censusSalt: 'candor:shop:census:1',
  clients: ['browser-app', 'shop-service'],
  name: {
    en: 'Data collection practices of the shop',
    es: 'Prácticas de recopilación de datos de la tienda',
  },
  summary: {
    en: 'The shop counts visits, learns how its pages are used where shoppers agree, and mends what fails.',
    es: 'La tienda cuenta visitas, aprende cómo se usan sus páginas si los compradores están de acuerdo y corrige lo que falla.',
  },
  remarks: [],
  categories: {
    census: {
      label: { en: 'Visits', es: 'Visitas' },
      summary: {
        en: 'How many devices visit, with which browser and language.',
        es: 'Cuántos dispositivos la visitan, con qué navegador e idioma.',
      },
      purpose: {
        en: 'To size the shop and to support its browsers.',
        es: 'Dimensionar la tienda y admitir sus navegadores.',
      },
      identifies: {
        en: 'It names no branch and no shopper.',
        es: 'No nombra ninguna sucursal ni ningún comprador.',
      },
      owner: 'web-team',
      retentionDays: 180,
    },
    usage: {
      label: { en: 'Use of the shop', es: 'Uso de la tienda' },
      summary: {
        en: 'How often pages and steps are used.',
        es: 'Con qué frecuencia se usan las páginas y los pasos.',
      },
      purpose: { en: 'To make buying simpler.', es: 'Hacer más sencilla la compra.' },
      identifies: {
        en: 'It may name a branch, never a shopper.',
        es: 'Puede nombrar una sucursal, nunca a un comprador.',
      },
      owner: 'product-team',
      retentionDays: 180,
    },
    error: {
      label: { en: 'Failures', es: 'Fallos' },
      summary: { en: 'What went wrong, and where.', es: 'Qué falló y dónde.' },
      purpose: { en: 'To mend what fails.', es: 'Corregir lo que falla.' },
      identifies: { en: 'It holds a pseudonym of the shopper.', es: 'Contiene un seudónimo del comprador.' },
      owner: 'reliability-team',
      retentionDays: 60,
    },
  },
  controls,
  rules: [
    {
      categories: ['census'],
      controls: [],
      statement: {
        en: 'Visits are always counted; nothing in them names anybody.',
        es: 'Las visitas se cuentan siempre; nada en ellas nombra a nadie.',
      },
    },
    {
      categories: ['usage'],
      clients: ['browser-app'],
      controls: ['ShoppingInsights'],
      statement: {
        en: 'In the browser, use is counted only if the shopper agrees.',
        es: 'En el navegador, el uso se cuenta solo si el comprador está de acuerdo.',
      },
    },
    {
      categories: ['error'],
      clients: ['browser-app'],
      controls: ['Diagnostics'],
      statement: {
        en: 'In the browser, failures are collected while Diagnostics allows it.',
        es: 'En el navegador, los fallos se recopilan mientras Diagnostics lo permita.',
      },
    },
    {
      categories: ['usage', 'error'],
      clients: ['shop-service'],
      controls: ['BranchTelemetry'],
      statement: {
        en: 'In the service, the branch decides, then its region, then the company.',
        es: 'En el servicio decide la sucursal, luego su región y luego la empresa.',
      },
    },
  ],
  dataTypes,
})

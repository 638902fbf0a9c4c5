import type { Texts } from '../pages/translate.js'

/** The texts of the list of pages. */
export const TEXTS = {
  title: { en: 'Conference: an example of Candor', es: 'Conference: un ejemplo de Candor' },
  otherLanguage: { en: 'Español', es: 'English' },
  heading: {
    en: 'A conference product that says what it collects',
    es: 'Un producto de conferencias que dice lo que recopila',
  },
  lead: {
    en: 'Real pages with the real client: what you do here is counted on this device and sent to this service.',
    es: 'Páginas reales con el cliente real: lo que haga aquí se cuenta en este dispositivo y se envía a este servicio.',
  },
  desktop: { en: 'Desktop client', es: 'Cliente de escritorio' },
  desktopLead: {
    en: 'Sign in, write, call and join meetings; choose in Options > General; see every request that left.',
    es: 'Inicie sesión, escriba, llame y únase a reuniones; elija en Opciones > General; vea cada petición que salió.',
  },
  practices: { en: 'Data collection practices', es: 'Prácticas de recopilación de datos' },
  practicesLead: {
    en: 'What is collected, why, and who decides.',
    es: 'Qué se recopila, por qué y quién lo decide.',
  },
  insights: { en: 'Insights', es: 'Análisis' },
  insightsLead: {
    en: 'What the service makes of it, in groups that are large enough.',
    es: 'Lo que el servicio obtiene de ello, en grupos lo bastante grandes.',
  },
  addressHeading: { en: 'The address configures the page', es: 'La dirección configura la página' },
  address: {
    en: 'org is the organisation, key the product’s key, interval the milliseconds between two reports, lang the language.',
    es: 'org es la organización, key la clave del producto, interval los milisegundos entre dos informes y lang el idioma.',
  },
} as const satisfies Texts

import type { Control } from '@candor/practices'

/** The shop's controls: a shopper's choice, a switch of each branch, and a diagnostics switch of the service. */
export const controls = {
  ShoppingInsights: {
    kind: 'choice',
    reads: 'shoppingInsights',
    values: ['granted', 'denied', 'undecided'],
    collectsWhen: 'granted',
    default: 'undecided',
    setBy: 'user',
    heldBy: 'device',
    label: { en: 'Shopping insights', es: 'Información de compras' },
    effect: {
      en: 'The shopper says whether counts of use are collected.',
      es: 'El comprador dice si se recopilan recuentos de uso.',
    },
  },
  BranchTelemetry: {
    kind: 'boolean',
    default: true,
    collectsWhen: true,
    resolution: 'nearest',
    scopes: [{ prefix: 'branch:', of: 'pool' }, { prefix: 'region:', of: 'site' }, { name: 'company' }],
    setBy: 'admin',
    heldBy: 'service',
    label: { en: 'BranchTelemetry', es: 'BranchTelemetry' },
    effect: {
      en: 'A branch, its region or the company turns usage and errors of the shop service on or off.',
      es: 'Una sucursal, su región o la empresa activan o desactivan el uso y los errores del servicio de la tienda.',
    },
  },
  Diagnostics: {
    kind: 'boolean',
    default: false,
    collectsWhen: true,
    resolution: 'first',
    scopes: [{ name: 'incident' }, { name: 'contract' }],
    setBy: 'organisation-admin',
    heldBy: 'service',
    label: { en: 'Diagnostics', es: 'Diagnostics' },
    effect: {
      en: 'Errors of the browser app are collected while an incident is open, else as the contract says.',
      es: 'Los errores de la aplicación del navegador se recopilan mientras haya un incidente abierto; si no, según el contrato.',
    },
  },
} as const satisfies Readonly<Record<string, Control>>

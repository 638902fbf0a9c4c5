import type { Practices } from '@candor/practices'

/** What the shop collects, each data type in one place. */
export const dataTypes = {
  census: {
    Storefront: {
      kind: 'name',
      automatic: 'app-name',
      label: { en: 'Storefront', es: 'Tienda' },
      example: 'Web shop',
    },
    Browser: {
      kind: 'enumeration',
      values: ['Chromium', 'Firefox', 'Safari', 'Other'],
      label: { en: 'Browser', es: 'Navegador' },
      example: 'Firefox',
    },
    Language: {
      kind: 'language',
      automatic: 'language',
      label: { en: 'Language', es: 'Idioma' },
      example: 'es-ES',
    },
    DeviceID: {
      kind: 'device-id',
      label: { en: 'DeviceID', es: 'DeviceID' },
      example: '0B0D7C2E-6C1B-4E0A-9D0E-6B2E5C7A1F10',
    },
    Visits: { kind: 'count', automatic: 'sessions', label: { en: 'Visits', es: 'Visitas' }, example: '2' },
  },
  usage: {
    ProductViews: { kind: 'count', label: { en: 'Product views', es: 'Productos vistos' }, example: '9' },
    Searches: { kind: 'count', label: { en: 'Searches', es: 'Búsquedas' }, example: '3' },
    CheckoutSteps: {
      kind: 'labelled-count',
      labels: ['basket', 'address', 'payment', 'done'],
      label: { en: 'Checkout steps reached', es: 'Pasos de compra alcanzados' },
      example: 'basket 2, done 1',
    },
    CheckoutSeconds: {
      kind: 'duration',
      unit: 'second',
      label: { en: 'Time in checkout', es: 'Tiempo en la compra' },
      example: '74 s',
    },
    StartUp: {
      kind: 'distribution',
      unit: 'ms',
      bounds: [0, 500, 1000, 2000, 4000, 8000],
      automatic: 'performance',
      label: { en: 'Page load times', es: 'Tiempos de carga de las páginas' },
      example: '500: 3, 1000: 1',
      note: {
        en: 'How many pages loaded how fast; no time of a single page is kept.',
        es: 'Cuántas páginas se cargaron con qué rapidez; no se guarda el tiempo de ninguna página en particular.',
      },
    },
    Branch: {
      kind: 'organisation',
      label: { en: 'Branch', es: 'Sucursal' },
      example: 'lisbon.shop.example',
      note: {
        en: 'The branch that serves the order, in cleartext.',
        es: 'La sucursal que atiende el pedido, como texto sin cifrar.',
      },
    },
  },
  error: {
    Failure: {
      kind: 'exception',
      automatic: 'uncaught-error',
      label: { en: 'Failure', es: 'Fallo' },
      example: 'PaymentError: the card was declined',
    },
    PaymentCode: {
      kind: 'text',
      maxLength: 32,
      label: { en: 'Payment code', es: 'Código de pago' },
      example: 'card_declined',
    },
    ShopperID: {
      kind: 'service-hashed-user-id',
      label: { en: 'ShopperID', es: 'ShopperID' },
      example: 'ana@shop.example',
      note: {
        en: 'Sent in cleartext over TLS; the service hashes it before anything is stored.',
        es: 'Se envía como texto sin cifrar sobre TLS; el servicio le aplica una función hash antes de almacenar nada.',
      },
    },
    Latency: {
      kind: 'measurements',
      figures: { serverMillis: 'ms', bankMillis: 'ms' },
      label: { en: 'Latency', es: 'Latencia' },
      example: 'serverMillis 120',
    },
  },
} as const satisfies Practices['dataTypes']

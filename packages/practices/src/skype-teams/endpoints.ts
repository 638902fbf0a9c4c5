import type { Endpoint, EndpointList } from '../endpoints/endpoints.js'

const reports = {
  purpose: {
    en: 'Reports of the three categories, and the policy that says what may be collected',
    es: 'Informes de las tres categorías y la directiva que indica qué se puede recopilar',
  },
  need: 'required',
  ifBlocked: {
    en: 'Nothing is sent. Devices keep accumulating and report a longer interval once it is reachable; the product itself works on. Devices go on with the policy they last received.',
    es: 'No se envía nada. Los dispositivos siguen acumulando y, cuando vuelva a estar accesible, informan de un intervalo más largo; el producto sigue funcionando. Los dispositivos conservan la última directiva recibida.',
  },
  since: 1,
} as const satisfies Omit<Endpoint, 'host'>

/** The clouds of the built-in product: the worldwide one, and Office 365 operated by 21Vianet in China. */
export const skypeTeamsEndpoints: EndpointList = {
  version: 1,
  clouds: {
    worldwide: {
      label: { en: 'Worldwide', es: 'Todo el mundo' },
      endpoints: [{ ...reports, host: 'telemetry.contoso.com' }],
    },
    '21vianet': {
      label: { en: 'Operated by 21Vianet in China', es: 'Operada por 21Vianet en China' },
      endpoints: [{ ...reports, host: 'telemetry.contoso.cn' }],
    },
  },
  changes: [{ version: 1, text: { en: 'First list.', es: 'Primera lista.' } }],
}

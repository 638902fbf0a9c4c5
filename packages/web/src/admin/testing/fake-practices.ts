import { HOSTILE } from './fake-world.js'

const label = (text: string) => ({ en: text, es: text })

/** The part of the published practices that the pages read. */
export const toPracticesJson = (): unknown => ({
  clients: ['desktop', 'mobile', 'web', 'meetings-app', 'join-launcher'],
  categories: [
    { dataTypes: [{ id: 'census.AppName', label: label('AppName') }] },
    {
      dataTypes: [
        { id: 'usage.IMSent', label: { en: 'IM Sent', es: 'Mensajes enviados' } },
        { id: 'usage.Script', label: label(HOSTILE.script) },
        { id: 'usage.Direction', label: label(HOSTILE.direction) },
        { id: 'usage.Long', label: label(HOSTILE.long) },
      ],
    },
    { dataTypes: [{ id: 'error.Crash', label: { en: 'Crash', es: 'Bloqueo' } }] },
  ],
})

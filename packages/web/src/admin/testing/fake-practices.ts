const label = (text: string) => ({ en: text, es: text })

/** The part of the published practices that the pages read. */
export const toPracticesJson = (): unknown => ({
  clients: ['desktop', 'mobile', 'web', 'meetings-app', 'join-launcher'],
  categories: [
    { dataTypes: [{ id: 'census.AppName', label: label('AppName') }] },
    { dataTypes: [{ id: 'usage.IMSent', label: { en: 'IM Sent', es: 'Mensajes enviados' } }] },
    { dataTypes: [{ id: 'error.Crash', label: { en: 'Crash', es: 'Bloqueo' } }] },
  ],
})

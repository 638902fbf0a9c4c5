import type { Language, Localised } from '@candor/practices'

const TEXTS = {
  name: { en: 'Diagnostic data', es: 'Datos de diagnóstico' },
  intro: {
    en: 'Here is everything this app sends about its use, has sent, or will not send: the very bytes, and why.',
    es: 'Aquí está todo lo que esta aplicación envía sobre su uso, lo que ha enviado y lo que no enviará: los bytes exactos, y por qué.',
  },
  sentTo: { en: 'It goes to', es: 'Se envía a' },
  noService: {
    en: 'This app has no service to send to: nothing leaves this device.',
    es: 'Esta aplicación no tiene ningún servicio al que enviar: nada sale de este dispositivo.',
  },
  reading: { en: 'Reading what this device keeps…', es: 'Leyendo lo que conserva este dispositivo…' },
  failed: {
    en: 'What this device keeps could not be read. Nothing was changed.',
    es: 'No se pudo leer lo que conserva este dispositivo. No se cambió nada.',
  },
  retry: { en: 'Try again', es: 'Intentar de nuevo' },
  category: { en: 'Category', es: 'Categoría' },
  allCategories: { en: 'All categories', es: 'Todas las categorías' },
  search: { en: 'Search', es: 'Buscar' },
  searchHint: { en: 'Data type or value', es: 'Tipo de datos o valor' },
  pause: { en: 'Pause updates', es: 'Pausar la actualización' },
  export: { en: 'Export', es: 'Exportar' },
  exportHint: {
    en: 'Saves what is shown in all lists, under this category and search, as JSON Lines.',
    es: 'Guarda como JSON Lines lo que muestran todas las listas con esta categoría y búsqueda.',
  },
  exported: { en: 'Exported', es: 'Exportado' },
  tabNext: { en: 'Goes next', es: 'Sale después' },
  tabSent: { en: 'Sent', es: 'Enviado' },
  tabUnsent: { en: 'Not sent', es: 'No enviado' },
  tabDiagnostics: { en: 'Diagnostics', es: 'Diagnóstico' },
  tabErase: { en: 'Erase and ask', es: 'Borrar y pedir' },
  noteNext: {
    en: 'What would be sent if it went now. Counts add up on this device first and leave as one small report.',
    es: 'Lo que se enviaría si saliera ahora. Primero se suma en este dispositivo y sale como un solo informe pequeño.',
  },
  noteSent: {
    en: 'The last requests with their exact bytes and the answers, newest first. This log stays on this device.',
    es: 'Las últimas peticiones con sus bytes exactos y las respuestas; primero la más reciente. Este registro no sale de este dispositivo.',
  },
  noteUnsent: {
    en: 'Reports that will not be stored by the service, and why.',
    es: 'Informes que el servicio no guardará, y por qué.',
  },
  emptyNext: { en: 'Nothing waits to be sent.', es: 'Nada espera a ser enviado.' },
  emptySent: { en: 'Nothing has been sent.', es: 'No se ha enviado nada.' },
  emptyUnsent: { en: 'Nothing was held back or refused.', es: 'No se retuvo ni se rechazó nada.' },
  emptyUnobserved: {
    en: 'The app does not keep what waits and what was sent, so that nothing of it can be shown here.',
    es: 'La aplicación no conserva lo que espera ni lo que se envió, así que aquí no se puede mostrar.',
  },
  emptySearch: {
    en: 'Nothing here matches the category and the search.',
    es: 'Aquí nada coincide con la categoría y la búsqueda.',
  },
  growing: { en: 'Adding up', es: 'Sumando' },
  waiting: { en: 'Waiting', es: 'En espera' },
  growingMeaning: {
    en: 'This still adds up on the device, and goes when its interval ends.',
    es: 'Esto todavía se suma en el dispositivo y saldrá cuando termine su intervalo.',
  },
  waitingMeaning: {
    en: 'This is complete, and goes with the next request.',
    es: 'Esto está completo y saldrá con la próxima petición.',
  },
  unsendableMeaning: {
    en: 'This stays on the device: the app has no service to send to.',
    es: 'Esto se queda en el dispositivo: la aplicación no tiene ningún servicio al que enviar.',
  },
  acceptedOne: { en: 'accepted', es: 'aceptado' },
  duplicateOne: { en: 'known already', es: 'ya conocido' },
  refusedOne: { en: 'refused', es: 'rechazado' },
  accepted: { en: 'accepted', es: 'aceptados' },
  duplicate: { en: 'known already', es: 'ya conocidos' },
  refused: { en: 'refused', es: 'rechazados' },
  answered: { en: 'Answered', es: 'Respuesta' },
  withdrawn: {
    en: 'You took your consent back, so its content was removed from this device. The service may still hold it: “Erase and ask” shows it or has it erased.',
    es: 'Usted retiró su consentimiento, así que su contenido se quitó de este dispositivo. El servicio puede conservarlo todavía: «Borrar y pedir» lo muestra o lo hace borrar.',
  },
  acceptedMeaning: { en: 'The service took every report.', es: 'El servicio aceptó todos los informes.' },
  duplicateMeaning: {
    en: 'The service had some of these reports already: they count once.',
    es: 'El servicio ya tenía algunos de estos informes: cuentan una sola vez.',
  },
  refusedMeaning: {
    en: 'The service refused some of these reports; why is told under Not sent.',
    es: 'El servicio rechazó algunos de estos informes; el porqué está en No enviado.',
  },
  laterMeaning: {
    en: 'The service asked to come again later: the reports are kept and go again.',
    es: 'El servicio pidió volver más tarde: los informes se conservan y saldrán de nuevo.',
  },
  declinedMeaning: {
    en: 'The service did not take this request.',
    es: 'El servicio no admitió esta petición.',
  },
  report: { en: 'report', es: 'informe' },
  reports: { en: 'reports', es: 'informes' },
  at: { en: 'at', es: 'en' },
  why: { en: 'Whose decision it is', es: 'Quién lo decide' },
  whySent: { en: 'Why it was sent', es: 'Por qué se envió' },
  whyAlwaysOn: {
    en: 'Census data is always on: no setting turns it off.',
    es: 'Los datos de recuento están siempre activados: ninguna configuración los desactiva.',
  },
  whyUnknown: {
    en: 'The report names no decision that it was made under.',
    es: 'El informe no nombra la decisión con la que se hizo.',
  },
  whyBy: { en: 'It was allowed by', es: 'Lo permitió' },
  whyDefault: {
    en: 'where nothing was set, so that its default counted',
    es: 'donde no había nada configurado, así que contó su valor predeterminado',
  },
  whyRole: { en: 'It may be set by', es: 'Lo puede configurar' },
  except: { en: 'Decided apart', es: 'Se decide aparte' },
  dataType: { en: 'Data type', es: 'Tipo de datos' },
  value: { en: 'Value', es: 'Valor' },
  period: { en: 'Covers', es: 'Abarca' },
  instant: { en: 'Happened', es: 'Ocurrió' },
  noValues: { en: 'This report holds no values yet.', es: 'Este informe todavía no contiene valores.' },
  exactNext: { en: 'The exact bytes, if it went now', es: 'Los bytes exactos, si saliera ahora' },
  exactSent: { en: 'The exact bytes that were sent', es: 'Los bytes exactos que se enviaron' },
  exactAnswer: { en: 'The answer', es: 'La respuesta' },
  copy: { en: 'Copy', es: 'Copiar' },
  copied: { en: 'Copied', es: 'Copiado' },
  moreLines: { en: 'Show all lines', es: 'Mostrar todas las líneas' },
  more: { en: 'Show more', es: 'Mostrar más' },
  shown: { en: 'shown of', es: 'mostrados de' },
  reason: { en: 'Reason', es: 'Motivo' },
  wayOut: { en: 'Way out for the app’s makers', es: 'Solución para quienes hacen la aplicación' },
  reportIds: { en: 'Report ids', es: 'Identificadores de los informes' },
  andMore: { en: 'and more', es: 'y más' },
  count: { en: 'Times', es: 'Veces' },
  meaning: { en: 'What it means', es: 'Qué significa' },
  noteDiagnostics: {
    en: 'What was not recorded or not sent as it should be, counted since the app started. This is not sent.',
    es: 'Lo que no se registró o no se envió como debía, contado desde que se abrió la aplicación. Esto no se envía.',
  },
  emptyDiagnostics: { en: 'Nothing went wrong.', es: 'Nada falló.' },
} as const satisfies Readonly<Record<string, Localised>>

/** The name of a text of the viewer. */
export type ViewerTextName = keyof typeof TEXTS

/** A text of the viewer in a language. */
export const viewerText = (name: ViewerTextName, language: Language): string => TEXTS[name][language]

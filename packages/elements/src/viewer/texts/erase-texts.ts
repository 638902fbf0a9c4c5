import type { Language, Localised } from '@candor/practices'

const TEXTS = {
  onDevice: { en: 'On this device', es: 'En este dispositivo' },
  onDeviceAlone: {
    en: 'Erases what adds up, what waits and the logs that you see here.',
    es: 'Borra lo que se está sumando, lo que espera y los registros que ve aquí.',
  },
  onDeviceNote: {
    en: 'Erases what adds up, what waits and the logs that you see here. What the service already has stays there: ask it below, and first, while this device still knows which reports were its own.',
    es: 'Borra lo que se está sumando, lo que espera y los registros que ve aquí. Lo que el servicio ya tiene se queda allí: pídaselo abajo, y antes, mientras este dispositivo todavía sabe qué informes eran suyos.',
  },
  erase: { en: 'Erase on this device', es: 'Borrar en este dispositivo' },
  eraseTitle: { en: 'Erase what is on this device?', es: '¿Borrar lo que hay en este dispositivo?' },
  eraseText: {
    en: 'What adds up and what waits is erased and will never be sent; the logs of what was sent and what was not are emptied, and only that it was erased is noted there. Your choices and the settings of your organization stay. This cannot be undone.',
    es: 'Se borra lo que se está sumando y lo que espera, y nunca se enviará; se vacían los registros de lo enviado y de lo no enviado, donde solo se anota que se borró. Sus elecciones y la configuración de su organización se quedan. No se puede deshacer.',
  },
  erasedDevice: { en: 'Erased on this device.', es: 'Borrado en este dispositivo.' },
  eraseFailed: {
    en: 'This device could not erase it. Try again.',
    es: 'Este dispositivo no lo pudo borrar. Inténtelo de nuevo.',
  },
  reset: { en: 'Get a new device ID', es: 'Obtener un nuevo identificador' },
  resetTitle: { en: 'Erase, and get a new device ID?', es: '¿Borrar y obtener un nuevo identificador?' },
  resetText: {
    en: 'Everything on this device is erased, your choices included, and a new random device ID is made that has nothing to do with the old one. The service then counts this device as another one. This cannot be undone.',
    es: 'Se borra todo lo que hay en este dispositivo, también sus elecciones, y se crea un nuevo identificador al azar que no tiene nada que ver con el anterior. El servicio contará entonces este dispositivo como otro. No se puede deshacer.',
  },
  resetDone: { en: 'This device has a new ID.', es: 'Este dispositivo tiene un nuevo identificador.' },
  cancel: { en: 'Cancel', es: 'Cancelar' },
  atService: { en: 'At the service', es: 'En el servicio' },
  atServiceNote: {
    en: 'This device names its reports by their random ids, which nobody else knows: that is the proof that they are yours. Each category is asked for by itself, with a pause between, so that the categories cannot be linked.',
    es: 'Este dispositivo nombra sus informes por sus identificadores al azar, que nadie más conoce: esa es la prueba de que son suyos. Cada categoría se pide por separado, con una pausa entre ellas, para que no se puedan relacionar.',
  },
  noService: {
    en: 'This app has no service to send to: nothing was ever sent, so there is nothing to ask for.',
    es: 'Esta aplicación no tiene ningún servicio al que enviar: nunca se envió nada, así que no hay nada que pedir.',
  },
  categories: { en: 'Categories to ask for', es: 'Categorías que se piden' },
  known: { en: 'Reports known here', es: 'Informes conocidos aquí' },
  access: { en: 'Show what the service holds', es: 'Ver lo que tiene el servicio' },
  erasure: { en: 'Ask the service to erase it', es: 'Pedir al servicio que lo borre' },
  erasureTitle: {
    en: 'Ask the service to erase what this device sent?',
    es: '¿Pedir al servicio que borre lo que envió este dispositivo?',
  },
  erasureText: {
    en: 'The service erases the reports of the chosen categories and gives a signed receipt. They cannot be brought back. What waits on this device stays, and goes as before.',
    es: 'El servicio borra los informes de las categorías elegidas y entrega un recibo firmado. No se pueden recuperar. Lo que espera en este dispositivo se queda y saldrá como antes.',
  },
  stop: { en: 'Stop', es: 'Detener' },
  turn: { en: 'Waits for its turn.', es: 'Espera su turno.' },
  asking: { en: 'Asking the service…', es: 'Preguntando al servicio…' },
  stopped: { en: 'Stopped before it was asked.', es: 'Se detuvo antes de pedirlo.' },
  nothing: {
    en: 'This device knows of no report that the service has.',
    es: 'Este dispositivo no conoce ningún informe que tenga el servicio.',
  },
  held: { en: 'Reports that the service holds', es: 'Informes que tiene el servicio' },
  heldMore: {
    en: 'The first are shown; the file has all.',
    es: 'Se muestran los primeros; el archivo los tiene todos.',
  },
  erased: { en: 'Erased at the service; reports', es: 'Borrado en el servicio; informes' },
  underWay: {
    en: 'The service accepted this and still works on it.',
    es: 'El servicio lo aceptó y todavía trabaja en ello.',
  },
  look: { en: 'Look again', es: 'Mirar de nuevo' },
  unreachable: {
    en: 'The service could not be reached. Look at the network and ask again; asking twice does no harm.',
    es: 'No se pudo contactar con el servicio. Mire la red y pídalo de nuevo; pedirlo dos veces no hace daño.',
  },
  unreadable: {
    en: 'The service’s answer could not be read. Ask again later.',
    es: 'No se pudo leer la respuesta del servicio. Pídalo de nuevo más tarde.',
  },
  declined: { en: 'The service declined', es: 'El servicio no lo aceptó' },
  declinedOut: {
    en: 'Ask again later, or ask the app’s makers.',
    es: 'Pídalo de nuevo más tarde o pregunte a quienes hacen la aplicación.',
  },
  saveReceipt: { en: 'Save the receipt', es: 'Guardar el recibo' },
  saveHeld: { en: 'Save what it holds', es: 'Guardar lo que tiene' },
} as const satisfies Readonly<Record<string, Localised>>

/** The name of a text about erasing and asking. */
export type EraseTextName = keyof typeof TEXTS

/** A text about erasing and asking, in a language. */
export const eraseText = (name: EraseTextName, language: Language): string => TEXTS[name][language]

import type { DataCategory, Language, Localised } from '@candor/practices'

/** Says each category in a sentence, where the practices' own texts were left out of the app. */
export const CATEGORY_TEXTS: Readonly<
  Record<DataCategory, { readonly label: Localised; readonly summary: Localised }>
> = {
  census: {
    label: { en: 'Census data', es: 'Datos de recuento' },
    summary: {
      en: 'The app, the device, its system and language, and how many sign-ins were tried and failed. It names no organization and no person.',
      es: 'La aplicación, el dispositivo, su sistema y su idioma, y cuántos inicios de sesión se intentaron y fallaron. No nombra a ninguna organización ni persona.',
    },
  },
  usage: {
    label: { en: 'Usage data', es: 'Datos de uso' },
    summary: {
      en: 'How many messages, calls and meetings there were, which features were used, and how stable the app is. It may name the organization and names no person.',
      es: 'Cuántos mensajes, llamadas y reuniones hubo, qué características se usaron y lo estable que es la aplicación. Puede nombrar a la organización y no nombra a ninguna persona.',
    },
  },
  error: {
    label: { en: 'Error reporting data', es: 'Datos de informes de errores' },
    summary: {
      en: 'What went wrong, where in the app, and the state of the device and the network. It may hold personal data, such as your user name.',
      es: 'Qué falló, en qué parte de la aplicación, y el estado del dispositivo y de la red. Puede contener datos personales, como su nombre de usuario.',
    },
  },
}

const TEXTS = {
  on: { en: 'On', es: 'Activado' },
  off: { en: 'Off', es: 'Desactivado' },
  except: { en: 'Decided apart', es: 'Se decide aparte' },
  contents: { en: 'What it holds', es: 'Qué contiene' },
  openViewer: { en: 'See the exact data', es: 'Ver los datos exactos' },
  choice: {
    en: 'Send error reports to help fix problems',
    es: 'Enviar informes de errores para ayudar a corregir problemas',
  },
  choiceOther: {
    en: 'Allow this to be collected',
    es: 'Permitir que esto se recopile',
  },
  choiceOpen: {
    en: 'This choice is yours. It holds for you on this device, and you can change it at any time.',
    es: 'Esta elección es suya. Vale para usted en este dispositivo y la puede cambiar cuando quiera.',
  },
  choiceKept: {
    en: 'Your choice is kept. It counts again as soon as your organization allows this.',
    es: 'Su elección se conserva. Volverá a contar en cuanto su organización lo permita.',
  },
  choiceSignedOut: {
    en: 'Sign in to choose: each person on this device has a choice of their own.',
    es: 'Inicie sesión para elegir: cada persona de este dispositivo tiene su propia elección.',
  },
  choiceElsewhere: {
    en: 'There is no personal setting here: whoever hosts the meeting decides for everyone who joins it.',
    es: 'Aquí no hay configuración personal: quien hospeda la reunión decide por todos los que se unen a ella.',
  },
  choiceNobody: {
    en: 'There is no personal setting here: what is decided holds for everyone.',
    es: 'Aquí no hay configuración personal: lo que se decide vale para todos.',
  },
  news: { en: 'New since you agreed', es: 'Nuevo desde que aceptó' },
  newsMeaning: {
    en: 'This is not collected until you agree to it too; what you agreed to before stays as it is.',
    es: 'No se recopila hasta que usted también lo acepte; lo que aceptó antes sigue igual.',
  },
  newsAgree: { en: 'Agree to this too', es: 'Aceptar también esto' },
} as const satisfies Readonly<Record<string, Localised>>

/** A text of the options in a language. */
export const optionsText = (name: keyof typeof TEXTS, language: Language): string => TEXTS[name][language]

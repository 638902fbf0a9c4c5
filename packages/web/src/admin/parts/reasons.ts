import { defineTexts } from '../language.js'

/** Why it was decided so, in a word or two; of an overview that also knows rules of several kinds. */
export const REASON_TEXTS = defineTexts({
  en: {
    'always-on': 'always on',
    'setting-allows': 'a setting allows it',
    'setting-forbids': 'a setting forbids it',
    'default-allows': 'nothing is set; the default allows it',
    'default-forbids': 'nothing is set; the default does not allow it',
    'malformed-forbids': 'a setting is malformed and counts as the strictest',
    'awaits-answer': 'the device asks first',
    'consent-outdated': 'consent is to be asked for again',
    'no-rule': 'the practices have no rule for this client',
    'unknown-data-type': 'the practices have no such data type',
  },
  es: {
    'always-on': 'siempre activado',
    'setting-allows': 'una configuración lo permite',
    'setting-forbids': 'una configuración lo prohíbe',
    'default-allows': 'no hay nada configurado; el valor predeterminado lo permite',
    'default-forbids': 'no hay nada configurado; el valor predeterminado no lo permite',
    'malformed-forbids': 'una configuración está mal formada y cuenta como la más estricta',
    'awaits-answer': 'el dispositivo pregunta antes',
    'consent-outdated': 'hay que volver a pedir el consentimiento',
    'no-rule': 'las prácticas no tienen regla para este cliente',
    'unknown-data-type': 'las prácticas no tienen ese tipo de datos',
  },
})

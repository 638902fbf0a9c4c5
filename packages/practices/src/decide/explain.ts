import type { Language, Localised } from '../language.js'
import type { Role } from '../control.js'
import type { ConsideredSetting, Decision, Reason } from './decision.js'

const REASON_TEXTS: Readonly<Record<Reason, Localised>> = {
  'always-on': { en: 'This category is always on.', es: 'Esta categoría está siempre activada.' },
  'setting-allows': { en: 'A setting allows it.', es: 'Una configuración lo permite.' },
  'setting-forbids': { en: 'A setting forbids it.', es: 'Una configuración lo prohíbe.' },
  'default-allows': {
    en: 'Nothing is set, and the default allows it.',
    es: 'No hay nada configurado y el valor predeterminado lo permite.',
  },
  'default-forbids': {
    en: 'Nothing is set, and the default does not allow it.',
    es: 'No hay nada configurado y el valor predeterminado no lo permite.',
  },
  'malformed-forbids': {
    en: 'A setting is malformed, so it counts as the strictest.',
    es: 'Una configuración está mal formada, así que cuenta como la más estricta.',
  },
  'awaits-answer': {
    en: 'The device asks first, and nobody has answered.',
    es: 'El dispositivo pregunta antes y nadie ha respondido.',
  },
  'consent-outdated': {
    en: 'The consent was given before this was collected, so it must be asked for again.',
    es: 'El consentimiento se dio antes de que esto se recopilara, así que hay que pedirlo de nuevo.',
  },
  'no-rule': {
    en: 'The practices have no rule for this client.',
    es: 'Las prácticas no tienen ninguna regla para este cliente.',
  },
  'unknown-data-type': {
    en: 'The practices have no such data type.',
    es: 'Las prácticas no tienen ese tipo de datos.',
  },
}

/** Who may set a control, as people read it. */
export const ROLE_TEXTS: Readonly<Record<Role, Localised>> = {
  'organisation-admin': { en: "the organization's admin", es: 'el administrador de la organización' },
  admin: { en: 'the admin', es: 'el administrador' },
  'device-owner': { en: "the device's owner", es: 'el propietario del dispositivo' },
  user: { en: 'the user', es: 'el usuario' },
}

const SENTENCES = {
  collected: { en: 'Collected.', es: 'Se recopila.' },
  notCollected: { en: 'Not collected.', es: 'No se recopila.' },
  decidedBy: { en: 'Decided by', es: 'Lo decide' },
  mayChange: { en: 'It may be changed by', es: 'Lo puede cambiar' },
  setAside: { en: 'Set aside:', es: 'No cuenta:' },
  malformed: { en: 'malformed', es: 'mal formado' },
} as const satisfies Readonly<Record<string, Localised>>

const MAX_VALUE_LENGTH = 40

const valueText = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return (JSON.stringify(value) ?? '').slice(0, MAX_VALUE_LENGTH)
}

const setAside = ({ control, source, value, form }: ConsideredSetting, language: Language): string =>
  `${control} (${source}: ${valueText(value)}${form === 'valid' ? '' : `, ${SENTENCES.malformed[language]}`})`

/** A decision in plain sentences: whether, why, by which control and source, what was set aside, and who may change it. */
export const explainDecision = (decision: Decision, language: Language): string => {
  const parts = [
    SENTENCES[decision.collect ? 'collected' : 'notCollected'][language],
    REASON_TEXTS[decision.reason][language],
  ]
  if (decision.control !== null)
    parts.push(`${SENTENCES.decidedBy[language]} ${decision.control} (${decision.source}).`)
  if (decision.losing.length > 0) {
    const losing = decision.losing.map((setting) => setAside(setting, language)).join(', ')
    parts.push(`${SENTENCES.setAside[language]} ${losing}.`)
  }
  if (decision.mayChange.length > 0) {
    const roles = decision.mayChange.map((role) => ROLE_TEXTS[role][language]).join(', ')
    parts.push(`${SENTENCES.mayChange[language]} ${roles}.`)
  }
  return parts.join(' ')
}

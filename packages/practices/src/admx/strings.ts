import type { Language } from '../language.js'
import type { Practices } from '../practices.js'
import { policyControlsOf, type PolicyControl } from './policy-controls.js'

/** The ids of the texts that an ADMX file refers to and every ADML file holds. */
export const STRING_IDS = {
  category: 'CandorCategory',
  supported: 'CandorSupported',
  policy: (control: string): string => `Policy_${control}`,
  explain: (control: string): string => `Explain_${control}`,
} as const

interface Phrases {
  readonly description: (product: string) => string
  readonly supported: (product: string) => string
  readonly enabled: string
  readonly disabled: string
  readonly notConfigured: (value: string) => string
  readonly collected: string
  readonly notCollected: string
  readonly resolution: Readonly<Record<PolicyControl['control']['resolution'], string>>
  readonly place: string
}

const PHRASES: Readonly<Record<Language, Phrases>> = {
  en: {
    description: (product) => `Policies for: ${product}`,
    supported: (product) => `Every version on Windows of: ${product}`,
    enabled: 'Enabled: the control is True',
    disabled: 'Disabled: the control is False',
    notConfigured: (value) =>
      `Not configured: this policy decides nothing. Where nothing else is set, the control is ${value}`,
    collected: 'it lets the data be collected.',
    notCollected: 'the data are not collected.',
    resolution: {
      strictest: 'Where several sources set it, the strictest counts.',
      nearest: 'Where several places set it, the nearest counts.',
      first: 'Where several sources set it, the first of them counts.',
    },
    place: 'Registry',
  },
  es: {
    description: (product) => `Directivas para: ${product}`,
    supported: (product) => `Todas las versiones en Windows de: ${product}`,
    enabled: 'Habilitada: el control es True',
    disabled: 'Deshabilitada: el control es False',
    notConfigured: (value) =>
      `No configurada: esta directiva no decide nada. Si nada más lo establece, el control es ${value}`,
    collected: 'permite recopilar los datos.',
    notCollected: 'los datos no se recopilan.',
    resolution: {
      strictest: 'Si lo establecen varios orígenes, cuenta el más estricto.',
      nearest: 'Si lo establecen varios lugares, cuenta el más cercano.',
      first: 'Si lo establecen varios orígenes, cuenta el primero de ellos.',
    },
    place: 'Registro',
  },
}

const nameOfValue = (value: boolean): string => (value ? 'True' : 'False')

const explain = (effect: string, { control, place }: PolicyControl, phrases: Phrases): string => {
  const outcome = (value: boolean): string =>
    value === control.collectsWhen ? phrases.collected : phrases.notCollected
  return [
    effect,
    [
      `${phrases.enabled}; ${outcome(true)}`,
      `${phrases.disabled}; ${outcome(false)}`,
      `${phrases.notConfigured(nameOfValue(control.default))}; ${outcome(control.default)}`,
      phrases.resolution[control.resolution],
    ].join('\n'),
    `${phrases.place}: ${place.key}\\${place.valueName} (REG_DWORD, 1 = True, 0 = False)`,
  ].join('\n\n')
}

/** What an ADML file says of itself. */
export const describeFile = (practices: Practices, language: Language): string =>
  PHRASES[language].description(practices.name[language])

/** The texts of the policies in a language, by id. */
export const stringsOf = (practices: Practices, language: Language): ReadonlyMap<string, string> => {
  const phrases = PHRASES[language]
  const texts = policyControlsOf(practices).flatMap((policy): readonly (readonly [string, string])[] => {
    const texted = practices.controls[policy.name]
    return [
      [STRING_IDS.policy(policy.name), texted?.label[language] ?? policy.name],
      [STRING_IDS.explain(policy.name), explain(texted?.effect[language] ?? '', policy, phrases)],
    ]
  })
  return new Map([
    [STRING_IDS.category, practices.name[language]],
    [STRING_IDS.supported, phrases.supported(practices.name[language])],
    ...texts,
  ])
}

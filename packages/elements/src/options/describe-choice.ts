import type { Candor } from '@candor/client/browser'
import { DATA_CATEGORIES, type DataCategory, type Decision, type Language } from '@candor/practices'

import { labelOf } from '../shared/label-of.js'
import type { PracticesTexts } from '../shared/practices-texts.js'
import { optionsText } from './options-texts.js'

/** What is new since the person agreed, and the button that agrees to it too. */
export interface NewsView {
  readonly text: string
  readonly agree: string
}

/** A switch that is the user's, or why there is none. */
export type ChoiceView =
  | {
      readonly kind: 'open'
      readonly control: string
      readonly isGranted: boolean
      readonly label: string
      readonly description: string
      readonly news: NewsView | undefined
    }
  | { readonly kind: 'disabled'; readonly label: string; readonly description: string }
  | { readonly kind: 'absent'; readonly description: string }

/** The part of an app's Candor that the General tab uses, whatever its practices. */
export type CandorOfOptions = Pick<
  Candor,
  'practices' | 'client' | 'signedIn' | 'decide' | 'consent' | 'subscribe'
>

/** What the options are described from. */
export interface OptionsSource {
  readonly candor: Pick<CandorOfOptions, 'practices' | 'client' | 'decide' | 'consent'>
  readonly language: Language
  /** Whether a person is signed in, who could choose. */
  readonly person: 'signed-in' | 'signed-out'
  /** The practices with their texts. Default: a short catalogue of the element's own. */
  readonly practices?: PracticesTexts | undefined
}

/** The choice control that a rule names for this client and category. */
const choiceControlOf = (
  { practices: { rules, controls }, client }: OptionsSource['candor'],
  category: DataCategory,
): string | undefined =>
  rules
    .filter((rule) => rule.categories.includes(category) && (rule.clients?.includes(client) ?? true))
    .flatMap((rule) => rule.controls)
    .find((name) => controls[name]?.kind === 'choice')

/** Whether whoever hosts a meeting decides, which a control says that has settings by pool or site. */
const isDecidedByTheHost = ({ practices }: OptionsSource['candor'], { control }: Decision): boolean => {
  const found = control === null ? undefined : practices.controls[control]
  return found?.kind === 'boolean' && found.scopes.some((scope) => 'prefix' in scope)
}

/** The label of a data type that is named with its category, such as error.ErrorLog. */
const fullLabelOf = ({ practices, language }: OptionsSource, dataType: string): string => {
  const category = DATA_CATEGORIES.find((known) => dataType.startsWith(`${known}.`))
  const name = dataType.slice(dataType.indexOf('.') + 1)
  return category === undefined ? name : labelOf(practices, category, name, language)
}

const describeNews = (source: OptionsSource, control: string): NewsView | undefined => {
  const { candor, language } = source
  if (!candor.consent.asksAgain(control)) return undefined
  const names = candor.consent.uncovered(control).map((dataType) => fullLabelOf(source, dataType))
  return {
    text: `${optionsText('news', language)}: ${names.join(', ')}. ${optionsText('newsMeaning', language)}`,
    agree: optionsText('newsAgree', language),
  }
}

const describeSwitch = (
  source: OptionsSource,
  category: DataCategory,
  control: string,
  decision: Decision,
): ChoiceView => {
  const { candor, language, person, practices } = source
  const text = (name: Parameters<typeof optionsText>[0]): string => optionsText(name, language)
  const label =
    category === 'error'
      ? text('choice')
      : (practices?.controls[control]?.label[language] ?? text('choiceOther'))
  if (person === 'signed-out') return { kind: 'disabled', label, description: text('choiceSignedOut') }
  const isTheirs = decision.control !== null && candor.practices.controls[decision.control]?.kind === 'choice'
  return {
    kind: 'open',
    control,
    isGranted: candor.consent.get(control) === 'granted',
    label,
    description: text(isTheirs ? 'choiceOpen' : 'choiceKept'),
    news: describeNews(source, control),
  }
}

/** The person's switch in a category; in error reporting alone it is said why there is none. */
export const describeChoice = (
  source: OptionsSource,
  category: DataCategory,
  decision: Decision,
): ChoiceView | undefined => {
  const control = choiceControlOf(source.candor, category)
  if (control !== undefined) return describeSwitch(source, category, control, decision)
  if (category !== 'error') return undefined
  const why = isDecidedByTheHost(source.candor, decision) ? 'choiceElsewhere' : 'choiceNobody'
  return { kind: 'absent', description: optionsText(why, source.language) }
}

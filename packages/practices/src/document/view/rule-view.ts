import type { DataCategory } from '../../category.js'
import type { Language } from '../../language.js'
import type { Practices, Rule } from '../../practices.js'
import { capitalised, code, joinPhrases, say, type Phrase } from '../phrase.js'
import { identifiersOf, markIdentifiers } from '../mark-identifiers.js'
import { textsOf } from '../texts/texts-of.js'
import { clientNames } from './client-names.js'
import { controlFacts, type ControlFact } from './control-facts.js'

/** A control as a rule names it. */
export interface ControlView {
  readonly name: string
  /** Empty where the label is the name itself. */
  readonly label: Phrase
  readonly facts: readonly ControlFact[]
}

/** A rule as people read it. */
export interface RuleView {
  readonly rule: Rule
  /** Which clients, data types and systems it is about. */
  readonly applies: Phrase
  readonly statement: Phrase
  readonly controls: readonly ControlView[]
  /** Why no control governs it, where none does. */
  readonly withoutControl: Phrase | undefined
}

const appliesPhrase = (rule: Rule, language: Language): Phrase => {
  const texts = textsOf(language)
  const clients =
    rule.clients === undefined ? capitalised([texts.allClients]) : clientNames(rule.clients, texts)
  const systems = rule.os === undefined ? [] : [` ${texts.on(rule.os.join(', '))}`]
  const types = rule.dataTypes?.map((name): Phrase => [code(name)])
  const only: Phrase = types === undefined ? [] : [', ', ...texts.only(joinPhrases(types, ', '))]
  return [...clients, ...systems, ...only]
}

const controlView = (practices: Practices, name: string, language: Language): ControlView => {
  const control = practices.controls[name]
  if (control === undefined) return { name, label: [], facts: [] }
  const marked = (text: string): Phrase => markIdentifiers(text, identifiersOf(practices))
  const effect = { term: textsOf(language).control.terms.effect, text: marked(control.effect[language]) }
  return {
    name,
    label: control.label[language] === name ? [] : marked(control.label[language]),
    facts: [...controlFacts(control, language), effect],
  }
}

const withoutControl = (rule: Rule, category: DataCategory, language: Language): Phrase | undefined => {
  if (rule.controls.length > 0) return undefined
  const texts = textsOf(language)
  return category === 'census' ? texts.censusHasNoControl : say`${texts.noControl}`
}

/** The rules of a category, in the order in which they are asked. */
export const ruleViews = (
  practices: Practices,
  category: DataCategory,
  language: Language,
): readonly RuleView[] =>
  practices.rules
    .filter((rule) => rule.categories.includes(category))
    .map((rule) => ({
      rule,
      applies: appliesPhrase(rule, language),
      statement: markIdentifiers(rule.statement[language], identifiersOf(practices)),
      controls: rule.controls.map((name) => controlView(practices, name, language)),
      withoutControl: withoutControl(rule, category, language),
    }))

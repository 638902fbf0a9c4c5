import { DATA_CATEGORIES, type DataCategory } from '../category.js'
import type { DataType } from '../data-type.js'
import { LANGUAGES, type Language, type Localised } from '../language.js'
import type { Practices, Rule } from '../practices.js'
import { plainText, type Phrase } from './phrase.js'
import type {
  CategoryOfDocument,
  DataTypeDescription,
  PracticesDescription,
  RuleDescription,
} from './practices-description.js'
import { textsOf } from './texts/texts-of.js'
import { holdsPhrase } from './view/holds-phrase.js'
import { ruleViews, type RuleView } from './view/rule-view.js'

const inEveryLanguage = (textOf: (language: Language) => string): Localised => {
  const entries = LANGUAGES.map((language) => [language, textOf(language)] as const)
  return Object.fromEntries(entries) as Localised
}

const describeAutomatic = ({ automatic: source }: DataType): DataTypeDescription['automatic'] =>
  source === undefined
    ? null
    : { source, statement: inEveryLanguage((language) => textsOf(language).automatic(source)) }

const describeDataType = (
  practices: Practices,
  category: DataCategory,
  name: string,
  type: DataType,
): DataTypeDescription => ({
  id: `${category}.${name}`,
  name,
  label: type.label ?? inEveryLanguage(() => name),
  kind: type.kind,
  example: type.example,
  note: type.note ?? null,
  holds:
    holdsPhrase(type, textsOf('en')) === undefined
      ? null
      : inEveryLanguage((language) => plainText(holdsPhrase(type, textsOf(language)) ?? [])),
  automatic: describeAutomatic(type),
  purpose: type.purpose ?? practices.categories[category].purpose,
  retentionDays: type.retentionDays ?? practices.categories[category].retentionDays,
})

const linesOf = ({ controls, withoutControl }: RuleView): readonly Phrase[] => [
  ...controls.flatMap(({ name, facts }) =>
    facts.map(({ term, text }): Phrase => [`${name}, ${term}: `, ...text]),
  ),
  ...(withoutControl === undefined ? [] : [withoutControl]),
]

const describeRules = (practices: Practices, category: DataCategory): readonly RuleDescription[] => {
  const views = {
    en: ruleViews(practices, category, 'en'),
    es: ruleViews(practices, category, 'es'),
  } satisfies Record<Language, readonly RuleView[]>
  return views.en.map(({ rule, ...english }, index) => {
    const textOf = (read: (view: RuleView) => Phrase | undefined): Localised =>
      inEveryLanguage((language) => plainText((views[language][index] && read(views[language][index])) ?? []))
    return {
      applies: textOf(({ applies }) => applies),
      ...rangeOf(rule),
      statement: rule.statement,
      controls: rule.controls,
      controlLines: linesOf({ rule, ...english }).map((_, line) => textOf((view) => linesOf(view)[line])),
    }
  })
}

const rangeOf = ({
  clients,
  os,
  dataTypes,
}: Rule): Pick<RuleDescription, 'clients' | 'os' | 'dataTypes'> => ({
  clients: clients ?? 'all',
  os: os ?? 'all',
  dataTypes: dataTypes ?? 'all',
})

const describeCategory = (practices: Practices, category: DataCategory): CategoryOfDocument => {
  const types: Readonly<Record<string, DataType>> = practices.dataTypes[category]
  const { label, purpose, summary, identifies, owner, retentionDays } = practices.categories[category]
  return {
    category,
    label,
    purpose,
    summary,
    identifies,
    owner,
    retentionDays,
    dataTypes: Object.entries(types).map(([name, type]) => describeDataType(practices, category, name, type)),
    rules: describeRules(practices, category),
  }
}

/** The published practices as a value to be sent as JSON. The fingerprint is the one that the service gives. */
export const describePractices = (
  practices: Practices,
  { fingerprint }: { readonly fingerprint: string },
): PracticesDescription => ({
  product: practices.product,
  version: practices.version,
  fingerprint,
  name: practices.name,
  summary: practices.summary,
  clients: practices.clients,
  categories: DATA_CATEGORIES.map((category) => describeCategory(practices, category)),
  remarks: practices.remarks,
})

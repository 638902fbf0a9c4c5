import type { DataType, Distribution } from '../../data-type.js'
import { code, joinPhrases, say, type Phrase } from '../phrase.js'
import type { DocumentTexts } from '../texts/document-texts.js'

const listed = (word: string, values: readonly Phrase[]): Phrase => say`${word} ${joinPhrases(values, ', ')}.`

const codes = (values: readonly string[]): readonly Phrase[] => values.map((value) => [code(value)])

const rangePhrase = (bounds: readonly number[], at: number, texts: DocumentTexts): Phrase => {
  const from = code(String(bounds[at]))
  const next = bounds[at + 1]
  if (next === undefined) return at === 0 ? [texts.anyValue] : texts.andAbove(from)
  const to = code(String(next))
  return at === 0 ? texts.below(to) : texts.between(from, to)
}

const rangesPhrase = ({ unit, bounds }: Distribution, texts: DocumentTexts): Phrase => {
  const ranges = bounds.map((_, at) => rangePhrase(bounds, at, texts))
  return listed(unit === '' ? `${texts.ranges}:` : `${texts.ranges} (${unit}):`, ranges)
}

/** The values, ranges, figures or settings that a data type can hold, where the practices list them. */
export const holdsPhrase = (type: DataType, texts: DocumentTexts): Phrase | undefined => {
  switch (type.kind) {
    case 'enumeration':
      return listed(texts.oneOf, codes(type.values))
    case 'labelled-count':
      return type.labels && listed(texts.oneOf, codes(type.labels))
    case 'distribution':
      return rangesPhrase(type, texts)
    case 'measurements': {
      const figures = Object.entries(type.figures)
      return listed(
        texts.holds,
        figures.map(([name, unit]) => (unit === '' ? [code(name)] : say`${code(name)} (${unit})`)),
      )
    }
    case 'attributes':
      return listed(texts.holds, codes(type.attributes))
    default:
      return undefined
  }
}

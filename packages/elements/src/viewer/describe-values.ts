import {
  findDataType,
  isObject,
  type BareDataType,
  type DataCategory,
  type Language,
} from '@candor/practices'

import { labelOf } from '../shared/label-of.js'
import { noteOfKind } from './texts/kind-texts.js'
import type { ViewerSource } from './viewer-source.js'

/** A value of a report as people read it. */
export interface ValueView {
  /** The data type's name in the practices, and on the wire. */
  readonly name: string
  readonly label: string
  readonly value: string
  /** What people should know of it. */
  readonly note: string | undefined
}

/** Lines of a value that are shown; the exact bytes hold all. */
const MAX_LINES = 6

const cutLines = (text: string): string => {
  const lines = text.split('\n')
  return lines.length <= MAX_LINES ? text : [...lines.slice(0, MAX_LINES - 1), '…'].join('\n')
}

const formatNumber = (value: number, language: Language, unit?: string): string => {
  const isKnown = unit === 'second' || unit === 'minute'
  const number = new Intl.NumberFormat(language, {
    maximumFractionDigits: 20,
    ...(isKnown && { style: 'unit', unit, unitDisplay: 'long' }),
  }).format(value)
  return unit === undefined || isKnown ? number : `${number} ${unit}`
}

const lineOf = (line: unknown): string => {
  if (!isObject(line)) return String(line)
  const { beforeMillis, level, message } = line
  return `−${String(beforeMillis)} ms ${String(level)}: ${String(message)}`
}

/** An error with its type, message and stack; most engines begin the stack with the other two. */
const exceptionText = ({ type, message, stack }: Readonly<Record<string, unknown>>): string => {
  const head = `${String(type)}: ${String(message)}`
  if (typeof stack !== 'string') return head
  return stack.startsWith(head) ? stack : `${head}\n${stack}`
}

/** The buckets of a distribution, from the lowest: what each of them holds, and how often that was. */
const distributionText = (
  counts: Readonly<Record<string, unknown>>,
  { bounds, unit }: Extract<BareDataType, { readonly kind: 'distribution' }>,
  language: Language,
): string =>
  bounds
    .map((bound, index) => {
      const next = bounds[index + 1]
      const count = counts[String(bound)]
      const low = index === 0 && next !== undefined ? '<' : formatNumber(bound, language)
      const range =
        next === undefined ? `≥ ${low}` : `${low} ${low === '<' ? '' : '– '}${formatNumber(next, language)}`
      return typeof count === 'number' ? `${range} ${unit}: ${formatNumber(count, language)}` : ''
    })
    .filter((line) => line !== '')
    .join('\n')

const partsText = (
  value: Readonly<Record<string, unknown>>,
  figures: Readonly<Record<string, string>>,
  language: Language,
): string =>
  Object.entries(value)
    .map(([name, part]) => {
      if (typeof part === 'number') return `${name}: ${formatNumber(part, language, figures[name])}`
      return `${name}: ${typeof part === 'string' ? part : JSON.stringify(part)}`
    })
    .join('\n')

const formatValue = (value: unknown, type: BareDataType | undefined, language: Language): string => {
  if (typeof value === 'string') return value
  if (typeof value === 'number')
    return formatNumber(value, language, type?.kind === 'duration' ? type.unit : undefined)
  if (Array.isArray(value)) return value.map(lineOf).join('\n')
  if (!isObject(value)) return JSON.stringify(value) ?? ''
  if (type?.kind === 'exception') return exceptionText(value)
  if (type?.kind === 'distribution') return distributionText(value, type, language)
  return partsText(value, type?.kind === 'measurements' ? type.figures : {}, language)
}

/** A report's values, with the labels and notes of the practices where they are given. */
export const describeValues = (
  { candor, language, practices }: ViewerSource,
  category: DataCategory,
  data: Readonly<Record<string, unknown>>,
): readonly ValueView[] =>
  Object.entries(data).map(([name, value]) => {
    const type = findDataType(candor.practices, category, name)
    return {
      name,
      label: labelOf(practices, category, name, language),
      value: cutLines(formatValue(value, type, language)),
      note: practices?.dataTypes[category][name]?.note?.[language] ?? noteOfKind(type?.kind, language),
    }
  })

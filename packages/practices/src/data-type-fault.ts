import { AUTOMATIC_SOURCES, type AutomaticSource } from './automatic-source.js'
import { KINDS_BY_CATEGORY, type DataType, type DataTypeKind, type Distribution } from './data-type.js'
import type { DataCategory } from './category.js'
import * as LIMITS from './limits.js'

const NAME = /^[A-Za-z][A-Za-z0-9]{0,63}$/

/** The kinds that a source's values fit. */
const KINDS_BY_SOURCE: Readonly<Record<AutomaticSource, readonly DataTypeKind[]>> = {
  'app-name': ['name'],
  'device-model': ['name'],
  'os-name': ['name', 'enumeration'],
  'os-version': ['version'],
  language: ['language'],
  'sign-in-attempts': ['count'],
  'sign-in-failures': ['count'],
  sessions: ['count'],
  crashes: ['count'],
  'uncaught-error': ['exception'],
  crash: ['exception'],
  log: ['log'],
  'device-configuration': ['attributes'],
  'network-quality': ['measurements', 'distribution'],
  performance: ['measurements', 'distribution'],
}

const faultOfBounds = ({ bounds }: Distribution): string | undefined => {
  if (!Array.isArray(bounds) || bounds.length < 1 || bounds.length > LIMITS.maxBuckets)
    return `does not have 1 to ${LIMITS.maxBuckets} bounds`
  if (!bounds.every(Number.isFinite)) return 'has a bound that is not a finite number'
  if (bounds.some((bound, at) => at > 0 && bound <= Number(bounds[at - 1])))
    return 'has bounds that do not ascend'
  return undefined
}

const faultOfSource = ({ kind, automatic }: DataType): string | undefined => {
  if (automatic === undefined) return undefined
  if (!AUTOMATIC_SOURCES.includes(automatic)) return `names the automatic source ${automatic}, which is none`
  const kinds = KINDS_BY_SOURCE[automatic]
  return kinds.includes(kind)
    ? undefined
    : `is of kind ${kind}, but its automatic source ${automatic} gives ${kinds.join(' or ')}`
}

/** What is wrong with a data type's definition, as the end of a sentence that begins with its id; undefined where nothing is. */
export const dataTypeFault = (category: DataCategory, name: string, type: DataType): string | undefined => {
  const kinds: readonly DataTypeKind[] = KINDS_BY_CATEGORY[category]
  if (!NAME.test(name)) return 'is not a name of letters and digits'
  if (!kinds.includes(type.kind)) return `is of kind ${type.kind}, which ${category} cannot hold`
  return (type.kind === 'distribution' ? faultOfBounds(type) : undefined) ?? faultOfSource(type)
}

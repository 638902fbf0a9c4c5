import type { Localised } from '@candor/practices'
import { showValue } from '../policy/parse-boolean.js'
import type { Answer } from '../policy/run-command.js'
import type { Standing } from '../policy/standing.js'
import { CONTROL } from './cmdlet.js'
import type { Collection } from './collections.js'

const showState = (standing: Standing): Localised => {
  const value = showValue(standing.value)
  switch (standing.kind) {
    case 'default':
      return { en: `${value} (default)`, es: `${value} (valor predeterminado)` }
    case 'set':
      return { en: value, es: value }
    case 'malformed': {
      const countsAs = showValue(standing.countsAs)
      return {
        en: `${value} (malformed: counts as ${countsAs})`,
        es: `${value} (mal formado: cuenta como ${countsAs})`,
      }
    }
    default:
      return standing satisfies never
  }
}

const HEADINGS = ['Identity', CONTROL] as const
const WIDTH = Math.max(...HEADINGS.map((heading) => heading.length))

const block = (identity: string, state: string): string =>
  `${'Identity'.padEnd(WIDTH)} : ${identity}\n${CONTROL.padEnd(WIDTH)} : ${state}\n`

const toData = ({ identity, standing }: Collection): Readonly<Record<string, unknown>> => ({
  Identity: identity,
  [CONTROL]: standing.value,
  State: standing.kind,
  ...(standing.kind === 'malformed' && { CountsAs: standing.countsAs }),
})

/** Collections as PowerShell lists them, and as an array of objects for programs. */
export const showCollections = (collections: readonly Collection[]): Answer => {
  const inLanguage = (language: keyof Localised): string =>
    collections.map(({ identity, standing }) => block(identity, showState(standing)[language])).join('\n')
  return { text: { en: inLanguage('en'), es: inLanguage('es') }, data: collections.map(toData) }
}

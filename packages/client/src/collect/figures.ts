import type { Candor } from '../core/candor.js'
import type { AutomaticType } from './automatic-types.js'
import { recorderOf } from './recorders.js'

/** Named numbers; the name holds the unit, such as startUpMillis. */
export type Figures = Readonly<Record<string, number | undefined>>

const UNITS = [
  ['Millis', 'ms'],
  ['Seconds', 's'],
  ['Bytes', 'B'],
  ['Mbps', 'Mbit/s'],
] as const

const unitOf = (figure: string): readonly [string, string] =>
  UNITS.find(([ending]) => figure.endsWith(ending)) ?? ['', '']

const isNameOf = (name: string, figure: string): boolean => {
  const [ending] = unitOf(figure)
  const bare = figure.slice(0, figure.length - ending.length)
  return [figure, bare].some((known) => known.toLowerCase() === name.toLowerCase())
}

/** Which of these figures a data type wants: those that it lists, or the one that a distribution is named after, in the same unit. */
export const figuresOf = <F extends string>(
  { name, type }: Pick<AutomaticType, 'name' | 'type'>,
  known: readonly F[],
): readonly F[] => {
  if (type.kind === 'measurements') return known.filter((figure) => Object.hasOwn(type.figures, figure))
  if (type.kind !== 'distribution') return []
  return known.filter((figure) => isNameOf(name, figure) && type.unit === unitOf(figure)[1])
}

/** The figures that there are, of those that are wanted. */
export const pickFigures = (figures: Figures, wanted: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    wanted.flatMap((name) => {
      const value = figures[name]
      return value !== undefined && Number.isFinite(value) ? [[name, value] as const] : []
    }),
  )

/** Adds each figure to the distributions that are named after it. */
export const recordFigures = (candor: Candor, types: readonly AutomaticType[], figures: Figures): void => {
  for (const type of types) {
    if (type.type.kind !== 'distribution') continue
    for (const value of Object.values(pickFigures(figures, figuresOf(type, Object.keys(figures)))))
      recorderOf(candor, type)?.record(value)
  }
}

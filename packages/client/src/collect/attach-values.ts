import type { Candor } from '../core/candor.js'
import type { AutomaticType } from './automatic-types.js'
import { figuresOf, pickFigures, type Figures } from './figures.js'
import { startAll, type Stop } from './stops.js'

const orNothing = <T extends object>(values: T): T | undefined =>
  Object.keys(values).length > 0 ? values : undefined

/** Attaches figures to each error report, read at its moment, as the measurements that want them. */
export const attachFigures = (candor: Candor, types: readonly AutomaticType[], read: () => Figures): Stop =>
  startAll(
    types
      .filter(({ type }) => type.kind === 'measurements')
      .map(
        (type) => () =>
          candor.error.attach(type.name, () => {
            const figures = read()
            return orNothing(pickFigures(figures, figuresOf(type, Object.keys(figures))))
          }),
      ),
  )

/** Short texts by name. */
export type Attributes = Readonly<Record<string, string | undefined>>

const MAX_LENGTH = 256

const pickAttributes = (
  attributes: Attributes,
  wanted: readonly string[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    wanted.flatMap((name) => {
      const text = attributes[name]
      return text ? [[name, text.slice(0, MAX_LENGTH)] as const] : []
    }),
  )

/** Attaches attributes to each error report, read at its moment, to the data types that list them. */
export const attachAttributes = (
  candor: Candor,
  types: readonly AutomaticType[],
  read: () => Attributes,
): Stop =>
  startAll(
    types.flatMap(({ name, type }) =>
      type.kind === 'attributes'
        ? () => candor.error.attach(name, () => orNothing(pickAttributes(read(), type.attributes)))
        : [],
    ),
  )

import { useTexts } from '../../admin/language.js'
import type { PeriodName } from '../../charts/time-option.js'
import { changeOf, changeOfSums, complete, latestOf, pointsOf, type Change } from '../figures/change.js'
import { rateOver, type Rate } from '../figures/rates.js'
import { sumOf, type Values } from '../figures/split.js'
import { COMMON_TEXTS } from '../texts/common.js'
import { useFrame } from '../view/frame.js'
import type { Tile } from './tiles.js'

type Told = Pick<Tile, 'id' | 'label' | 'unit' | 'meaning' | 'hiddenText'>

/** How the figures of a page's tiles are made of an answer's values. */
export interface MakeTile {
  /** Of what is counted anew in each period: the latest one, against the same place before. */
  readonly latest: (told: Told, values: Values) => Tile
  /** Of what adds up: the sum of what is shown, with the complete periods against those before. */
  readonly sum: (told: Told, values: Values) => Tile
  /** Of a rate: over all complete periods, or over the one that is going on where there is no other. */
  readonly rate: (told: Told, rate: Rate) => Tile
}

const rateIn = (good: Values, attempts: Values): number | null => rateOver({ good, attempts })

/** The tiles of the frame's periods. */
export const useTile = (): MakeTile => {
  const texts = useTexts(COMMON_TEXTS)
  const { split, names, namesBefore } = useFrame()
  const span = (all: readonly PeriodName[], last: number): string => {
    if (last <= 0) return all[0]?.long ?? ''
    const told = `${all[0]?.short ?? ''} – ${all[last]?.short ?? ''}`
    return all === names && last === names.length - 1 ? `${told} (${texts.soFar})` : told
  }
  const against = (change: Change, time: string) =>
    namesBefore.length === 0 ? undefined : { change, against: texts.against(time) }
  // Complete periods are held against complete ones: without the last, which is going on.
  const spanBefore = span(namesBefore, namesBefore.length - 2)
  return {
    latest: (told, values) => {
      const { shown, before } = split(values)
      const at = latestOf(shown)?.at ?? shown.length - 1
      const value = shown[at] ?? null
      const isComplete = at < shown.length - 1
      const change = changeOf(isComplete ? value : null, before?.[at] ?? null)
      const time = names[at]?.long ?? ''
      return { ...told, value, time, trend: shown, change: against(change, namesBefore[at]?.long ?? '') }
    },
    sum: (told, values) => {
      const parts = split(values)
      const change = against(changeOfSums(parts), spanBefore)
      const time = span(names, names.length - 1)
      return { ...told, value: sumOf(parts.shown), time, trend: parts.shown, change }
    },
    rate: (told, rate) => {
      const good = split(rate.good)
      const attempts = split(rate.attempts)
      const past = rateIn(complete(good.shown), complete(attempts.shown))
      const value = past ?? rateIn(good.shown, attempts.shown)
      const time = span(names, past === null ? names.length - 1 : names.length - 2)
      const pastBefore = rateIn(complete(good.before ?? []), complete(attempts.before ?? []))
      const change = against(pointsOf(past, pastBefore), spanBefore)
      return { ...told, value, time, trend: split(rate.values).shown, change }
    },
  }
}

import type { ErrorCode } from '@candor/practices'
import type { HealthFigures, PartHealth } from './health-figures.js'

/** The parts of a service that are watched. */
export const PARTS = [
  'spool',
  'disk',
  'control-plane',
  'loader',
  'store',
  'set-aside',
  'keyring',
  'clock',
  'collectors',
  'stopping',
] as const

/** A part that is not well, and why. */
export interface PartFault {
  readonly part: (typeof PARTS)[number]
  readonly code: ErrorCode
  /** Milliseconds since 1970; where it is known. */
  readonly since?: number
}

const failing = (part: PartFault['part'], health: PartHealth): readonly PartFault[] =>
  health.kind === 'well' ? [] : [{ part, code: health.code, since: health.since }]

const found = (part: PartFault['part'], code: ErrorCode, isFound: boolean): readonly PartFault[] =>
  isFound ? [{ part, code }] : []

const clockFault = (clock: HealthFigures['clock']): readonly PartFault[] => {
  if (clock.kind === 'well') return []
  const code = clock.kind === 'went-ahead' ? 'CANDOR_CLOCK_WENT_AHEAD' : 'CANDOR_CLOCK_WENT_BACK'
  return [{ part: 'clock', code, since: clock.at }]
}

/** What the figures of a service say is not well. */
export const partFaults = (figures: HealthFigures): readonly PartFault[] => {
  const { spool, disk, loader, brokenParts, setAside, keyring, clock, workers } = figures
  return [
    ...failing('spool', spool),
    ...found('disk', 'CANDOR_SPOOL_FULL', disk.freeBytes < disk.errorsStopBelowBytes),
    ...failing('loader', loader),
    ...found('store', 'CANDOR_STORE_DAMAGED', brokenParts > 0),
    ...found('set-aside', 'CANDOR_VALUE_REFUSED', setAside > 0),
    ...failing('keyring', keyring),
    ...clockFault(clock),
    ...found(
      'collectors',
      'CANDOR_COLLECTOR_ENDED',
      workers.some(({ state }) => state === 'starts'),
    ),
  ]
}

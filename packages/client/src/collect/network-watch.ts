import type { Figures } from './figures.js'
import { quietly, type Stop } from './stops.js'

const REMEMBERED = 20

/** The requests that an app makes, as figures of network quality. Only times and numbers are kept, no address. */
export interface NetworkWatch {
  /**
   * Watches a request: its time is a round trip, its rejection a failure. Result and error are passed on unchanged.
   * `isFailure` tells an answer that counts as a failure, such as a 503. Default: none does.
   */
  watch<T>(request: () => Promise<T>, isFailure?: (result: T) => boolean): Promise<T>
  /** Hands in figures that the app measured itself, such as packetLossPercent; they replace those before. */
  set(figures: Readonly<Record<string, number>>): void
  /** The figures now: the median of the last 20 round trips, the failures so far, and what the app handed in. */
  read(): Figures
  /** Calls back with each round trip, in milliseconds. Returns the way to stop. */
  onRoundTrip(listener: (millis: number) => void): Stop
}

const medianOf = (values: readonly number[]): number | undefined => {
  const middle = values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]
  return middle === undefined ? undefined : Math.round(middle)
}

/**
 * Begins to watch requests. Give it to `collectPage` or `collectNode`, and it fills in the data types whose automatic source
 * is `network-quality`. `now` is in milliseconds and never goes back; default: performance.now.
 */
export const createNetworkWatch = (now: () => number = () => performance.now()): NetworkWatch => {
  const listeners = new Set<(millis: number) => void>()
  let roundTrips: readonly number[] = []
  let failedRequests = 0
  let handedIn: Figures = {}
  const finish = (sinceMillis: number, outcome: 'answered' | 'failed'): void => {
    if (outcome === 'failed') failedRequests += 1
    else {
      const millis = now() - sinceMillis
      roundTrips = [...roundTrips, millis].slice(-REMEMBERED)
      for (const listener of listeners) quietly(() => listener(millis))
    }
  }
  return {
    watch: (request, isFailure = () => false) => {
      const sinceMillis = now()
      const fail = (error: unknown): never => {
        finish(sinceMillis, 'failed')
        throw error
      }
      const answer = <T>(result: T, outcome: boolean | undefined): T => {
        finish(sinceMillis, outcome ? 'failed' : 'answered')
        return result
      }
      try {
        return request().then(
          (result) =>
            answer(
              result,
              quietly(() => isFailure(result)),
            ),
          fail,
        )
      } catch (error) {
        return fail(error)
      }
    },
    set: (figures) => {
      handedIn = { ...handedIn, ...figures }
    },
    read: () => ({ roundTripMillis: medianOf(roundTrips), failedRequests, ...handedIn }),
    onRoundTrip: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

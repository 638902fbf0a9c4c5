import type { Candor } from '../core/candor.js'
import { attachFigures } from './attach-values.js'
import { findAutomatic } from './automatic-types.js'
import { recordFigures, type Figures } from './figures.js'
import type { NetworkWatch } from './network-watch.js'
import { NOTHING_TO_STOP, startAll, type Stop } from './stops.js'
import { whileCollected } from './while-collected.js'

const defined = (figures: Figures): Figures =>
  Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== undefined))

/**
 * Fills in the data types whose automatic source is `network-quality`: what the app's watch knows, else what the platform
 * says of the connection.
 */
export const collectNetworkQuality = (
  candor: Candor,
  watch: NetworkWatch | undefined,
  readConnection: () => Figures,
): Stop => {
  const types = findAutomatic(candor.practices, 'network-quality')
  const read = (): Figures => ({ ...readConnection(), ...(watch && defined(watch.read())) })
  return whileCollected(candor, types, () =>
    startAll([
      () => attachFigures(candor, types, read),
      () =>
        watch?.onRoundTrip((roundTripMillis) => recordFigures(candor, types, { roundTripMillis })) ??
        NOTHING_TO_STOP,
    ]),
  )
}

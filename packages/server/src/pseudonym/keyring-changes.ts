import { CandorError } from '@candor/practices'
import { makeEpoch, type Keyring } from './keyring-text.js'

/** A keyring with a new epoch, which is the current one. */
export const addEpoch = ({ epochs }: Keyring, nowMillis: number): Keyring => {
  const id = Math.max(0, ...epochs.map((epoch) => epoch.id)) + 1
  return { epochs: [...epochs, makeEpoch(id, nowMillis)], current: id }
}

const refusalOf = ({ epochs, current }: Keyring, id: number): string | undefined => {
  const epoch = epochs.find((known) => known.id === id)
  if (epoch === undefined) return 'there is no such epoch'
  if (epoch.destroyedAt !== undefined) return 'it is destroyed already'
  return id === current ? 'it is the current one; rotate first' : undefined
}

/** A keyring without an epoch's peppers. Throws CANDOR_EPOCH_REFUSED. */
export const removePeppers = (keyring: Keyring, id: number, nowMillis: number): Keyring => {
  const fault = refusalOf(keyring, id)
  if (fault !== undefined) throw new CandorError('CANDOR_EPOCH_REFUSED', { epoch: id, fault })
  const destroyedAt = new Date(nowMillis).toISOString()
  const epochs = keyring.epochs.map((epoch) => {
    if (epoch.id !== id) return epoch
    const { createdAt } = epoch
    return { id, ...(createdAt !== undefined && { createdAt }), destroyedAt }
  })
  return { ...keyring, epochs }
}

import { createHmac } from 'node:crypto'
import { CandorError } from '@candor/practices'
import type { Epoch, KeySource } from './key-source.js'

/** What data remembers of an epoch that it holds pseudonyms of. */
export interface EpochMark {
  readonly id: number
  /** Tells its keys from others, and says nothing about them. */
  readonly fingerprint: string
}

const FINGERPRINT_LENGTH = 22

const markOf = ({ id, censusPepper, errorPepper }: Epoch): EpochMark => {
  const ofCensus = createHmac('sha256', censusPepper).update('candor epoch').digest()
  const fingerprint = createHmac('sha256', errorPepper).update(ofCensus).digest('base64url')
  return { id, fingerprint: fingerprint.slice(0, FINGERPRINT_LENGTH) }
}

type Keys = Pick<KeySource, 'living' | 'epochs'>

const faultOf = ({ id, fingerprint }: EpochMark, keys: Keys, living: readonly EpochMark[]) => {
  const own = living.find((mark) => mark.id === id)
  if (own !== undefined)
    return own.fingerprint === fingerprint ? undefined : `the keys of epoch ${id} are not those of the data`
  // One that is destroyed is still named; the keyring was not made before it then.
  return keys.epochs().some((epoch) => epoch.id === id) ? undefined : `older than the data: no epoch ${id}`
}

/**
 * What is to be remembered of a keyring's epochs beside those that are known already. Throws CANDOR_KEYRING_UNUSABLE where
 * the keyring is not the one that the data was made with, or an older copy of it: people would silently become strangers.
 */
const checkEpochs = (keys: Keys, known: readonly EpochMark[], path: string): readonly EpochMark[] => {
  const living = keys.living().map(markOf)
  for (const mark of known) {
    const fault = faultOf(mark, keys, living)
    if (fault !== undefined) throw new CandorError('CANDOR_KEYRING_UNUSABLE', { fault, path })
  }
  const fresh = living.filter(({ id }) => !known.some((mark) => mark.id === id))
  return [...known, ...fresh].toSorted((a, b) => a.id - b.id)
}

/** Where it is noted which epochs data is of. */
export interface EpochNotes {
  epochs(): readonly EpochMark[]
  noteEpochs(epochs: readonly EpochMark[]): Promise<void>
}

/**
 * Makes what reads the keyring and notes which epochs it has by now; resolves with how many were ever noted. Throws
 * CANDOR_KEYRING_UNUSABLE as checkEpochs does.
 */
export const createNoteEpochs =
  (keys: Keys & Pick<KeySource, 'reload'>, notes: EpochNotes, path: string) => async (): Promise<number> => {
    keys.reload()
    const marks = checkEpochs(keys, notes.epochs(), path)
    await notes.noteEpochs(marks)
    return marks.length
  }

import { copyId, ID_BYTES } from './id-bytes.js'

/** The ids that a transaction remembered and did not write yet. */
export interface IdBatch {
  add(id: Uint8Array): void
  /** The ids one after another; the batch is empty then. */
  take(): Buffer
}

/** An empty batch. */
export const createIdBatch = (): IdBatch => {
  let bytes = Buffer.allocUnsafe(64 * ID_BYTES)
  let length = 0
  return {
    add: (id) => {
      if (length === bytes.length) bytes = Buffer.concat([bytes], 2 * length)
      copyId(id, bytes, length)
      length += ID_BYTES
    },
    take: () => {
      const taken = Buffer.from(bytes.subarray(0, length))
      length = 0
      return taken
    },
  }
}

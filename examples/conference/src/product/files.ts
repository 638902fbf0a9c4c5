/** Raised where a file is larger than a conversation takes. */
class UploadError extends Error {
  override readonly name = 'UploadError'
}

const PART_BYTES = 4_194_304
const MAX_PARTS = 512

const countParts = (bytes: number): number => {
  const parts = Math.ceil(bytes / PART_BYTES)
  if (parts > MAX_PARTS) throw new UploadError('the file has too many parts')
  return parts
}

/** How many parts a file is sent in. */
export const planUpload = (bytes: number): number => countParts(bytes)

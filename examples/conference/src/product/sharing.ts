/** Raised where the screen cannot be captured. */
class DisplayCaptureError extends Error {
  override readonly name = 'DisplayCaptureError'
}

/** The memory for one picture of the screen, in bytes. */
const reservePicture = (width: number, height: number): Uint8Array => {
  const bytes = width * height * 4
  if (!Number.isSafeInteger(bytes)) throw new DisplayCaptureError('the screen has no size')
  return new Uint8Array(bytes)
}

/** Starts sharing a screen. */
export const shareScreen = (width: number, height: number): number => reservePicture(width, height).length

/** Raised where two devices share no codec. */
class MediaError extends Error {
  override readonly name = 'MediaError'
}

/** Picks the first codec that both sides have. */
const negotiateCodec = (ours: readonly string[], theirs: readonly string[]): string => {
  const common = ours.find((codec) => theirs.includes(codec))
  if (common === undefined) throw new MediaError('no codec in common')
  return common
}

/** Opens the media of a call. */
export const startCall = (theirs: readonly string[]): string => negotiateCodec(['opus', 'g722'], theirs)

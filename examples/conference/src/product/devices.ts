/** Raised where no device of a kind is plugged in. */
class DeviceMissingError extends Error {
  override readonly name = 'DeviceMissingError'
}

const firstOf = (labels: readonly string[]): string => {
  const [label] = labels
  if (label === undefined) throw new DeviceMissingError('there is no microphone')
  return label
}

/** The microphone that a call begins with. */
export const pickMicrophone = (labels: readonly string[]): string => firstOf(labels)

/** Characters that steer a terminal or turn the direction of what follows: C0, C1, bidirectional marks, line separators. */
const STEERING = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu

const MOST_SHOWN = 64

/** What somebody typed somewhere, for a terminal: nothing in it steers, and of a long one the beginning is shown. `--json` has all of it. */
export const plainText = (text: string): string => {
  const harmless = Array.from(text.replaceAll(STEERING, '\uFFFD'))
  return harmless.length <= MOST_SHOWN ? harmless.join('') : `${harmless.slice(0, MOST_SHOWN - 1).join('')}…`
}

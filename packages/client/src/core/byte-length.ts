/** The bytes of a text in UTF-8, without making them. */
export const byteLength = (text: string): number => {
  let bytes = text.length
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit > 0x7f) bytes += 1
    // Half of a pair of units: the pair has four bytes, two a unit.
    if (unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff)) bytes += 1
  }
  return bytes
}

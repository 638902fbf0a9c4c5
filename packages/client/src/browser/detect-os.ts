const SYSTEMS = [
  ['Windows', 'Windows'],
  ['Android', 'Android'],
  ['iPhone', 'iOS'],
  ['iPad', 'iOS'],
  ['CrOS', 'ChromeOS'],
  ['Mac', 'macOS'],
  ['Linux', 'Linux'],
] as const

/**
 * The operating system that a user agent string names; `Other` where it names none that is known. An iPad calls itself a
 * Mac, but no Mac has several touch points.
 */
export const detectOs = (userAgent: string, maxTouchPoints = 0): string => {
  const name = SYSTEMS.find(([word]) => userAgent.includes(word))?.[1] ?? 'Other'
  return name === 'macOS' && maxTouchPoints > 1 ? 'iOS' : name
}

const SYSTEMS = [
  ['Windows', 'Windows'],
  ['Android', 'Android'],
  ['iPhone', 'iOS'],
  ['iPad', 'iOS'],
  ['CrOS', 'ChromeOS'],
  ['Mac', 'macOS'],
  ['Linux', 'Linux'],
] as const

/** The operating system that a user agent string names; `Other` where it names none that is known. */
export const detectOs = (userAgent: string): string =>
  SYSTEMS.find(([word]) => userAgent.includes(word))?.[1] ?? 'Other'

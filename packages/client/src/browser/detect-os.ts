const OTHER_NAMES: Readonly<Record<string, string>> = {
  iPhone: 'iOS',
  iPad: 'iOS',
  CrOS: 'ChromeOS',
  Mac: 'macOS',
}

/**
 * The operating system that a user agent string names; `Other` where it names none that is known. An iPad calls itself a
 * Mac, but no Mac has several touch points. Linux is what others name beside themselves.
 */
export const detectOs = (userAgent: string, maxTouchPoints = 0): string => {
  const [word = 'Other'] =
    /Windows|Android|iPhone|iPad|CrOS|Mac/.exec(userAgent) ?? /Linux/.exec(userAgent) ?? []
  return word === 'Mac' && maxTouchPoints > 1 ? 'iOS' : (OTHER_NAMES[word] ?? word)
}

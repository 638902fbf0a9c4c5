/** The two ways the pages can be coloured. */
export type Scheme = 'light' | 'dark'

/** The colours of the surfaces and of the three lanes: the same as on the published practices page. */
export const SURFACES = {
  light: {
    paper: '#fdfdfb',
    sheet: '#f5f5f1',
    ink: '#1d2125',
    quiet: '#5b626a',
    line: '#dfdfd8',
    link: '#0b5c93',
    census: '#0b6aa8',
    usage: '#0a7a58',
    error: '#b04a0c',
    bad: '#b3261e',
    good: '#0a7a58',
  },
  dark: {
    paper: '#15181b',
    sheet: '#1c2024',
    ink: '#e3e6e8',
    quiet: '#a2a9b0',
    line: '#31373d',
    link: '#7cc0f2',
    census: '#6cb6ee',
    usage: '#58c7a0',
    error: '#f29a5e',
    bad: '#ff8f87',
    good: '#58c7a0',
  },
} as const satisfies Readonly<Record<Scheme, Readonly<Record<string, string>>>>

/**
 * The colours of the series, by slot: each at least 3:1 against the page (WCAG 2.2, 1.4.11), and any two of them apart for
 * people with protanopia, deuteranopia or tritanopia too (tested); the symbol of a slot tells them apart without any colour.
 */
export const SERIES_COLOURS = {
  light: ['#0b6aa8', '#ca6608', '#86975f', '#79241b', '#8d80fc', '#c07c9d', '#512a56', '#182a97'],
  dark: ['#5ab0ee', '#fbd44a', '#6a9900', '#da545b', '#756ce5', '#a7698e', '#aeeda2', '#45e6f2'],
} as const satisfies Readonly<Record<Scheme, readonly string[]>>

/** The symbols of the slots, in the same order, as SVG paths in a box of 12 by 12. */
export const SERIES_SYMBOLS = [
  // circle, square, triangle, diamond
  'M6 .5a5.5 5.5 0 1 0 .01 0Z',
  'M1 1h10v10H1Z',
  'M6 .5 12 11.5H0Z',
  'M6-.5 12.5 6 6 12.5-.5 6Z',
  // triangle on its head, plus, cross, star
  'M0 .5h12L6 11.5Z',
  'M4 0h4v4h4v4H8v4H4V8H0V4h4Z',
  'M2.6 0 6 3.4 9.4 0 12 2.6 8.6 6 12 9.4 9.4 12 6 8.6 2.6 12 0 9.4 3.4 6 0 2.6Z',
  'M6-.5 7.7 4.1 12.5 4.3 8.7 7.3 10 12 6 9.3 2 12 3.3 7.3-.5 4.3 4.3 4.1Z',
] as const

/** The symbol of a slot as an SVG path; slots beyond the last begin again. */
export const seriesSymbol = (slot: number): string =>
  SERIES_SYMBOLS[slot % SERIES_SYMBOLS.length] ?? SERIES_SYMBOLS[0]

/** The colour of a slot; slots beyond the last colour begin again. */
export const seriesColour = (scheme: Scheme, slot: number): string => {
  const colours = SERIES_COLOURS[scheme]
  return colours[slot % colours.length] ?? colours[0]
}

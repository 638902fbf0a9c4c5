import { describe, expect, test } from 'vitest'

import { SERIES_COLOURS, SERIES_SYMBOLS, seriesColour, seriesSymbol, SURFACES } from './palette.js'
import { seriesSlots } from './series-slots.js'

/** The channels of #rrggbb as light, 0 to 1. */
const channelsOf = (colour: string): readonly number[] =>
  [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })

/** Relative luminance and contrast, as WCAG 2.2 defines them. */
const luminanceOf = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrastOf = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

describe.each(['light', 'dark'] as const)('in %s colours', (scheme) => {
  const { paper, sheet, ink, quiet, link, bad, good } = SURFACES[scheme]

  test.each(Object.entries({ ink, quiet, link, bad, good }))('text in %s can be read', (_, colour) => {
    expect(contrastOf(colour, paper)).toBeGreaterThanOrEqual(4.5)
    expect(contrastOf(colour, sheet)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(SERIES_COLOURS[scheme].map((colour, slot) => [slot, colour] as const))(
    'the series of slot %i (%s) stands out from the page',
    (_, colour) => {
      expect(contrastOf(colour, paper)).toBeGreaterThanOrEqual(3)
    },
  )
})

test('every slot has a colour and a symbol of its own', () => {
  const slots = SERIES_SYMBOLS.map((_, slot) => slot)
  expect(new Set(slots.map((slot) => seriesColour('light', slot))).size).toBe(slots.length)
  expect(new Set(slots.map((slot) => seriesColour('dark', slot))).size).toBe(slots.length)
  expect(new Set(slots.map(seriesSymbol)).size).toBe(slots.length)
})

describe('a name', () => {
  const names = ['AndroidSkype', 'JoinLauncher', 'Lync.exe', 'SkypeMeetingsApp', 'iPhoneSkype']

  test('keeps its slot whatever the order of the names', () => {
    expect(seriesSlots(names.toReversed())).toEqual(seriesSlots(names))
  })

  test('keeps its slot on a page where it stands alone, unless another has taken it', () => {
    const [first = ''] = names
    expect(seriesSlots(names).get(first)).toBe(seriesSlots([first]).get(first))
  })

  test('shares its slot with no other, up to the number of slots', () => {
    const many = Array.from({ length: 8 }, (_, index) => `App ${index}`)
    expect(new Set(seriesSlots(many).values()).size).toBe(8)
  })

  test('has a slot where there are more names than slots', () => {
    const many = Array.from({ length: 30 }, (_, index) => `App ${index}`)
    expect(seriesSlots(many).size).toBe(30)
  })
})

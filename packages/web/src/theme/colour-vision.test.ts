import { expect, test } from 'vitest'

import { SERIES_COLOURS } from './palette.js'

type Triple = readonly [number, number, number]

/** How linear light is seen with each deficiency in full: Machado, Oliveira, Fernandes (2009), table 1. */
const VISION: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  'full vision': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

const lightOf = (colour: string): Triple => {
  const channel = (at: number): number => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

const times = ([a, b, c]: Triple, [x, y, z]: Triple): number =>
  Math.min(1, Math.max(0, a * x + b * y + c * z))

/** CIELAB of linear sRGB light (D65). */
const labOf = (light: Triple): Triple => {
  const root = (share: number): number => (share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16 / 116)
  const x = root(times([0.4124, 0.3576, 0.1805], light) / 0.95047)
  const y = root(times([0.2126, 0.7152, 0.0722], light))
  const z = root(times([0.0193, 0.1192, 0.9505], light) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const CASES = (['light', 'dark'] as const).flatMap((scheme) =>
  Object.keys(VISION).map((vision) => [scheme, vision] as const),
)

test.each(CASES)('any two series in %s colours are apart with %s', (scheme, vision) => {
  const [red, green, blue] = VISION[vision] ?? [[0, 0, 0] as const, [0, 0, 0] as const, [0, 0, 0] as const]
  const seen = SERIES_COLOURS[scheme].map((colour) => {
    const light = lightOf(colour)
    return labOf([times(red, light), times(green, light), times(blue, light)])
  })
  const distances = seen.flatMap((one, index) =>
    seen.slice(index + 1).map((other) => Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])),
  )
  // 2.3 is a just noticeable difference of CIE76; small marks need many times that.
  expect(Math.min(...distances)).toBeGreaterThan(18)
})

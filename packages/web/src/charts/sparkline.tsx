import type { ReactElement } from 'react'

const WIDTH = 96
const HEIGHT = 24
/** Pixels that a day with nothing still has, so that the days can be counted. */
const BASE = 1.5

/** Numbers by day as small bars, with a gap where one is not shown; a screen reader reads the numbers. */
export const Sparkline = ({
  values,
  label,
  colour,
}: {
  readonly values: readonly (number | null)[]
  readonly label: string
  readonly colour: string
}): ReactElement => {
  const step = WIDTH / Math.max(1, values.length)
  const largest = Math.max(1, ...values.map((value) => value ?? 0))
  return (
    <svg role="img" aria-label={label} width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
      {values.map((value, index) => {
        if (value === null) return null
        const height = BASE + ((HEIGHT - BASE) * value) / largest
        const place = { x: index * step, y: HEIGHT - height, width: Math.max(1, step - 1.5), height }
        // The days have no other identity than their place.
        // oxlint-disable-next-line react/no-array-index-key
        return <rect key={index} {...place} fill={colour} opacity={value === 0 ? 0.35 : 1} />
      })}
    </svg>
  )
}

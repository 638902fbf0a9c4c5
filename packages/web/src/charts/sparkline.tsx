import type { ReactElement } from 'react'

/** Pixels that a period with nothing still has, so that the periods can be counted. */
const BASE = 1.5

/**
 * Numbers by period as small bars, with a gap where one is not shown. A screen reader reads `label`; without one, the
 * figures stand elsewhere on the page and it reads nothing.
 */
export const Sparkline = ({
  values,
  label,
  colour,
  width = 96,
  height = 24,
}: {
  readonly values: readonly (number | null)[]
  readonly label?: string
  readonly colour: string
  /** Pixels. */
  readonly width?: number
  /** Pixels. */
  readonly height?: number
}): ReactElement => {
  const step = width / Math.max(1, values.length)
  const largest = Math.max(1, ...values.map((value) => value ?? 0))
  const spoken = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <svg {...spoken} focusable="false" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      {values.map((value, index) => {
        if (value === null) return null
        const tall = BASE + ((height - BASE) * value) / largest
        const place = { x: index * step, y: height - tall, width: Math.max(1, step - 1.5), height: tall }
        // The periods have no other identity than their place.
        // oxlint-disable-next-line react/no-array-index-key
        return <rect key={index} {...place} fill={colour} opacity={value === 0 ? 0.35 : 1} />
      })}
    </svg>
  )
}

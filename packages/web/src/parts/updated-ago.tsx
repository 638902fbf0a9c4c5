import { Text } from '@mantine/core'
import { useEffect, useState, type ReactElement } from 'react'

import { useWording } from '../language/wording.js'

/** How long ago the last figures arrived, counted on by itself. Not announced: it would never stop talking. */
export const UpdatedAgo = ({ atMillis }: { readonly atMillis: number }): ReactElement => {
  const { state } = useWording().messages
  const [nowMs, setNowMs] = useState(atMillis)
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const seconds = Math.max(0, Math.round((nowMs - atMillis) / 1000))
  return (
    <Text component="span" size="sm" c="dimmed" style={{ fontVariantNumeric: 'tabular-nums' }}>
      {seconds === 0 ? state.updatedNow : state.updatedAgo(seconds)}
    </Text>
  )
}

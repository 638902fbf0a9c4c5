import { useComputedColorScheme } from '@mantine/core'
import { useReducedMotion } from '@mantine/hooks'
import { useMemo } from 'react'

import { useTexts } from '../../admin/language.js'
import { COMMON_TEXTS as PRACTICE_WORDS } from '../../admin/parts/texts.js'
import { isolated } from '../../admin/parts/name.js'
import type { ChartSurroundings } from '../../charts/chart-style.js'
import { useWording } from '../../language/wording.js'
import { COMMON_TEXTS } from '../texts/common.js'

/** How figures and names are written in the page's language. */
export interface Figures extends Pick<ChartSurroundings, 'figure' | 'axisFigure'> {
  /** A difference with its sign: +3.2%. */
  readonly signed: (share: number) => string
  /** A difference of shares in points, with its sign: +1.5. */
  readonly points: (share: number) => string
  /** A value of a dimension, as people read it. */
  readonly valueName: (dimension: string, value: string) => string
}

const useFormats = (language: string) =>
  useMemo(() => {
    const of = (options: Intl.NumberFormatOptions) =>
      new Intl.NumberFormat(language, { useGrouping: 'always', ...options })
    return {
      number: of({ maximumFractionDigits: 1 }),
      short: of({ notation: 'compact', maximumFractionDigits: 1 }),
      share: of({ style: 'percent', maximumFractionDigits: 1 }),
      signed: of({ style: 'percent', maximumFractionDigits: 1, signDisplay: 'always' }),
      points: of({ maximumFractionDigits: 1, signDisplay: 'always' }),
    }
  }, [language])

/** The figures in the page's language. */
export const useFigures = (): Figures => {
  const { language } = useWording().format
  const texts = useTexts(COMMON_TEXTS)
  const { clients } = useTexts(PRACTICE_WORDS)
  const formats = useFormats(language)
  return useMemo(() => {
    const { number, short, share, signed, points } = formats
    const unitOf = { '': '', minute: ` ${texts.minute}`, second: ` ${texts.second}`, share: '' }
    const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      client: clients,
      seen: texts.seen,
    }
    return {
      figure: (value, unit) => {
        if (value === null) return texts.hidden
        return unit === 'share' ? share.format(value) : `${number.format(value)}${unitOf[unit]}`
      },
      axisFigure: (value, unit) =>
        unit === 'share' ? share.format(value) : `${short.format(value)}${unitOf[unit]}`,
      signed: (value) => signed.format(value),
      points: (value) => points.format(value * 100),
      valueName: (dimension, value) =>
        names[dimension]?.[value] ?? (value === '' ? texts.noValue : isolated(value)),
    }
  }, [formats, texts, clients])
}

/** Where and for whom a chart is drawn. */
export const useSurroundings = (): ChartSurroundings => {
  const { format } = useWording()
  const scheme = useComputedColorScheme('light')
  const motion = useReducedMotion() ? 'reduced' : 'full'
  const { figure, axisFigure } = useFigures()
  return useMemo(
    () => ({ format, scheme, motion, figure, axisFigure }),
    [format, scheme, motion, figure, axisFigure],
  )
}

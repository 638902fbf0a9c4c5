import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

import { SURFACES, type Scheme } from './palette.js'

const BLUE: MantineColorsTuple = [
  '#e9f4fb',
  '#d3e7f5',
  '#a7cfeb',
  '#78b5e0',
  '#4f9fd6',
  '#2f8ecd',
  '#1a80c2',
  '#0b6aa8',
  '#0b5c93',
  '#084b79',
]

const SANS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"
const SERIF = "Charter, 'Bitstream Charter', 'Iowan Old Style', 'Sitka Text', Cambria, Georgia, serif"
const MONO = "ui-monospace, SFMono-Regular, 'Cascadia Mono', Menlo, Consolas, 'Liberation Mono', monospace"

/** Type and colours of the pages. No font is loaded. */
export const THEME = createTheme({
  fontFamily: SANS,
  fontFamilyMonospace: MONO,
  headings: { fontFamily: SERIF, fontWeight: '600', textWrap: 'balance' },
  colors: { blue: BLUE },
  primaryColor: 'blue',
  primaryShade: { light: 8, dark: 4 },
  defaultRadius: 'xs',
  respectReducedMotion: true,
  cursorType: 'pointer',
})

const variablesOf = (scheme: Scheme): Record<string, string> => {
  const surfaces = SURFACES[scheme]
  const own = Object.entries(surfaces).map(([name, colour]) => [`--candor-${name}`, colour])
  return {
    ...(Object.fromEntries(own) as Record<string, string>),
    '--mantine-color-body': surfaces.paper,
    '--mantine-color-text': surfaces.ink,
    '--mantine-color-dimmed': surfaces.quiet,
    '--mantine-color-default-border': surfaces.line,
    '--mantine-color-anchor': surfaces.link,
  }
}

/** The colours as custom properties, so that style sheets and components read the same ones. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: variablesOf('light'),
  dark: variablesOf('dark'),
})

import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { useColorScheme } from '@mantine/hooks'
import type { ReactElement } from 'react'

import { useWording } from '../language/wording.js'
import classes from './shell.module.css'

const SUN =
  'M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z'
const MOON = 'M19.5 14.2A8 8 0 0 1 9.8 4.5a8 8 0 1 0 9.7 9.7Z'

/** Light or dark. Choosing what the system has anyway follows the system again. */
export const SchemeSwitch = (): ReactElement => {
  const { shell } = useWording().messages
  const { setColorScheme } = useMantineColorScheme()
  const shown = useComputedColorScheme('light')
  const system = useColorScheme('light')
  const other = shown === 'dark' ? 'light' : 'dark'
  return (
    <button
      type="button"
      className={classes['switch']}
      aria-label={other === 'dark' ? shell.useDark : shell.useLight}
      title={other === 'dark' ? shell.useDark : shell.useLight}
      onClick={() => setColorScheme(other === system ? 'auto' : other)}
    >
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
        <path
          d={other === 'dark' ? MOON : SUN}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.75"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </button>
  )
}

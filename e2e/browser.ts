import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const KNOWN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Quiet; as root there is no sandbox. */
export const CHROMIUM_FLAGS: readonly string[] = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** The machine's own Chromium; CANDOR_CHROMIUM names another one. */
export const findChromium = (): string => {
  const executablePath = process.env['CANDOR_CHROMIUM'] ?? KNOWN.find((path) => existsSync(path))
  if (executablePath === undefined)
    throw new Error('there is no Chromium here; npm test installs it, or CANDOR_CHROMIUM names one')
  return executablePath
}

/** Starts Chromium without a window. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: findChromium(), args: [...CHROMIUM_FLAGS] })

import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const KNOWN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Starts the machine's own Chromium without a window; CANDOR_CHROMIUM names another one. */
export const startBrowser = (): Promise<Browser> => {
  const executablePath = process.env['CANDOR_CHROMIUM'] ?? KNOWN.find((path) => existsSync(path))
  if (executablePath === undefined)
    throw new Error('there is no Chromium here; npm test installs it, or CANDOR_CHROMIUM names one')
  const quiet = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-quic',
  ]
  const isRoot = process.getuid?.() === 0
  return chromium.launch({ executablePath, args: isRoot ? [...quiet, '--no-sandbox'] : quiet })
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { chromium, type Browser } from 'playwright-core'
import { CHROMIUM_FLAGS, findChromium } from './browser.js'

/** A browser of its own with a profile that outlives it, and with the back/forward cache, which playwright turns off. */
export interface BrowserProcess {
  readonly browser: Browser
  /** Ends all of its processes at once, with SIGKILL. */
  readonly kill: () => Promise<void>
}

/** The browser takes hosts below this name for the machine itself, though their pages are no secure context. */
export const INSECURE_HOST = 'candor.test'

/** Starts a browser on a profile folder. */
export const startBrowserProcess = async (profile: string): Promise<BrowserProcess> => {
  const flags = [
    ...CHROMIUM_FLAGS,
    '--headless',
    '--remote-debugging-port=0',
    `--host-resolver-rules=MAP *.${INSECURE_HOST} 127.0.0.1`,
    `--user-data-dir=${profile}`,
    'about:blank',
  ]
  const child = spawn(findChromium(), flags, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = once(child, 'exit')
  const kill = async (): Promise<void> => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      process.kill(-child.pid, 'SIGKILL')
    await ended
  }
  for await (const line of createInterface({ input: child.stderr })) {
    const address = /^DevTools listening on (ws:\S+)$/.exec(line)?.[1]
    if (address === undefined) continue
    child.stderr.resume()
    return { browser: await chromium.connectOverCDP(address), kill }
  }
  throw new Error(`the browser ended with ${child.exitCode} before it listened`)
}

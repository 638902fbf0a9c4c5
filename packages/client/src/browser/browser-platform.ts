import type { Count } from '../core/diagnostics.js'
import type { Platform } from '../core/platform.js'
import { detectOs } from './detect-os.js'
import { firstHash } from './first-hash.js'
import { localHash } from './local-hash.js'
import { openBrowserStorage } from './open-browser-storage.js'
import { verify } from './verify.js'

const HIDING = ['pagehide', 'visibilitychange'] as const

/** A random UUID (RFC 9562 version 4), also where the page is not in a secure context and has no crypto.randomUUID. */
const randomUuid = (): string =>
  'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replaceAll('x', () => {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1))
    return (byte % 16).toString(16)
  })

/** The browser as the client's platform. */
export const createBrowserPlatform = (product: string, count: Count): Platform => ({
  os: detectOs(navigator.userAgent, navigator.maxTouchPoints),
  openStorage: () => openBrowserStorage(product, count),
  now: () => Date.now(),
  random: () => Math.random(),
  randomUuid,
  request: (url, init) => fetch(url, init),
  setTimer: (run, delayMillis) => {
    const timer = setTimeout(run, delayMillis)
    return () => clearTimeout(timer)
  },
  firstHash,
  localHash,
  verify,
  onHide: (run) => {
    for (const event of HIDING) addEventListener(event, run)
    return () => {
      for (const event of HIDING) removeEventListener(event, run)
    }
  },
})

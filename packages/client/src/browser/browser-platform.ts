import type { Count } from '../core/diagnostics.js'
import type { NetworkState, Platform } from '../core/platform.js'
import { detectOs } from './detect-os.js'
import { firstHash } from './first-hash.js'
import { localHash } from './local-hash.js'
import { openBrowserStorage } from './open-browser-storage.js'
import { verify } from './verify.js'

const HIDING = ['pagehide', 'visibilitychange'] as const
/** Of the 64 KiB that all keepalive requests of a page share. */
const MAX_EXIT_BYTES = 60_000

/** Not every browser tells of its connection. */
interface Connection {
  readonly saveData?: boolean
  readonly type?: string
}

const gzip = async (text: string): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  if (typeof CompressionStream === 'undefined') return undefined
  const zipped = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(zipped).arrayBuffer())
}

const network = (): NetworkState => {
  if (!navigator.onLine) return 'offline'
  const { connection } = navigator as Navigator & { readonly connection?: Connection }
  return connection?.saveData || connection?.type === 'cellular' ? 'metered' : 'online'
}

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
  clock: 'machine',
  random: () => Math.random(),
  randomUuid,
  request: (url, init) => fetch(url, init),
  gzip,
  network,
  onOnline: (run) => {
    addEventListener('online', run)
    return () => removeEventListener('online', run)
  },
  maxExitBytes: MAX_EXIT_BYTES,
  setTimer: (run, delayMillis) => {
    const timer = setTimeout(run, delayMillis)
    return () => clearTimeout(timer)
  },
  firstHash,
  localHash,
  verify,
  onHide: (run) => {
    const hide = ({ type }: Event): void => {
      if (type === 'pagehide' || document.visibilityState === 'hidden') run()
    }
    for (const event of HIDING) addEventListener(event, hide)
    return () => {
      for (const event of HIDING) removeEventListener(event, hide)
    }
  },
})

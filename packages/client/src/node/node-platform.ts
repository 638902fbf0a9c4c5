import { createHmac, randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

import type { Count } from '../core/diagnostics.js'
import type { Platform } from '../core/platform.js'
import { firstHash } from './first-hash.js'
import { onExit } from './on-exit.js'
import { openNodeStorage } from './open-node-storage.js'
import { verify } from './verify.js'

const OS_NAMES: Readonly<Record<string, string>> = {
  win32: 'Windows',
  darwin: 'macOS',
  linux: 'Linux',
  android: 'Android',
}
const LOCAL_HASH_LENGTH = 32
const zip = promisify(gzip)

/** Where a client on Node keeps what it records, and which clock it goes by. */
export interface NodePlace {
  readonly product: string
  readonly folder: string
  /** Another clock than the machine's, in milliseconds since 1970. */
  readonly now?: (() => number) | undefined
}

/** Node as the client's platform. Its timers do not keep a process alive. */
export const createNodePlatform = ({ product, folder, now }: NodePlace, count: Count): Platform => ({
  os: OS_NAMES[process.platform] ?? 'Other',
  openStorage: () => openNodeStorage({ product, folder }, count),
  now: now ?? (() => Date.now()),
  clock: now ? 'given' : 'machine',
  random: () => Math.random(),
  randomUuid: () => randomUUID(),
  request: (url, init) => fetch(url, init),
  gzip: async (text) => new Uint8Array(await zip(text)),
  network: () => 'online',
  onOnline: () => () => {},
  maxExitBytes: 0,
  setTimer: (run, delayMillis) => {
    const timer = setTimeout(run, delayMillis).unref()
    return () => clearTimeout(timer)
  },
  firstHash,
  localHash: (text, salt) =>
    createHmac('sha256', salt).update(text).digest('hex').slice(0, LOCAL_HASH_LENGTH),
  verify,
  onHide: onExit,
})

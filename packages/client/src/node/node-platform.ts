import { createHmac, randomUUID } from 'node:crypto'

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

/** Where a client on Node keeps what it records, and which clock it goes by. */
export interface NodePlace {
  readonly product: string
  readonly folder: string
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** Node as the client's platform. Its timers do not keep a process alive. */
export const createNodePlatform = ({ product, folder, now }: NodePlace, count: Count): Platform => ({
  os: OS_NAMES[process.platform] ?? 'Other',
  openStorage: () => openNodeStorage({ product, folder }, count),
  now,
  random: () => Math.random(),
  randomUuid: () => randomUUID(),
  request: (url, init) => fetch(url, init),
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

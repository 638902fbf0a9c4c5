import { readFileSync, readlinkSync, statSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'

import { parseJson } from '../../core/parse-json.js'
import { codeOf } from './code-of.js'
import { SILENT_MILLIS } from './files.js'

/** The process that an instance's folder belongs to. */
export interface Owner {
  readonly pid: number
  /** When the process began, in clock ticks after the system did; empty where that cannot be read. */
  readonly start: string
  /** The run of the system; empty where that cannot be read. */
  readonly boot: string
  /** The machine, and what numbers its processes: a number means nothing elsewhere. */
  readonly place: string
}

/** The file in an instance's folder that names its owner. A folder without one is left to anybody. */
export const OWNER_FILE = '.owner'

/** Linux's own namespace: there are no others of that name on one machine. */
const FIRST_NAMESPACE = 'pid:[4026531836]'

const orEmpty = (read: () => string): string => {
  try {
    return read()
  } catch {
    return ''
  }
}

/** Field 22 of /proc/PID/stat, counted from behind the name, which may hold anything (proc_pid_stat(5)). */
const startOf = (pid: number): string =>
  orEmpty(() => {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  })

/** This process. */
export const thisOwner = (): Owner => ({
  pid: process.pid,
  start: startOf(process.pid),
  boot: orEmpty(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
  place: `${hostname()} ${orEmpty(() => readlinkSync('/proc/self/ns/pid'))}`,
})

const isRunning = ({ pid, start }: Owner): boolean => {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false
  }
  const now = startOf(pid)
  return now === '' || now === start
}

/** Whether an owner has certainly ended, as seen by another. */
const hasEnded = (owner: Owner, here: Owner): boolean => {
  if (owner.place !== here.place) return false
  if (owner.boot !== here.boot) return here.place.endsWith(FIRST_NAMESPACE)
  return !isRunning(owner)
}

/** Whether an instance's folder may be taken: its owner left it, has ended, or showed no sign of life for a day. */
export const isLeft = (folder: string, here: Owner, nowMillis: number): boolean => {
  try {
    const path = join(folder, OWNER_FILE)
    const owner = parseJson(readFileSync(path, 'utf8')) as Owner | undefined
    if (owner && hasEnded(owner, here)) return true
    return nowMillis - statSync(path).mtimeMs > SILENT_MILLIS
  } catch (error) {
    return codeOf(error) === 'ENOENT'
  }
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { chromium, type Browser as Connection, type Page } from 'playwright-core'

/** A Chromium of its own process group, so that it can be killed whole. */
export interface Browser {
  readonly version: string
  readonly openPage: (url: string) => Promise<Page>
  /** CPU time of all its processes so far, in milliseconds. */
  readonly cpuMillis: () => number
  /** Kills the process group with SIGKILL. */
  readonly kill: () => void
  /** Resolves when it has ended. */
  readonly exited: Promise<unknown>
}

const START_MILLIS = 30_000
const TICK_MILLIS = 10
const ARGUMENTS = [
  '--headless=new',
  '--remote-debugging-port=0',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  'about:blank',
]

const executable = (): string =>
  [process.env['CANDOR_CHROMIUM'] ?? '', '/usr/bin/chromium'].find((path) => existsSync(path)) ?? ''

/** The ticks of the processes of a group (proc(5): field 5 is the group, 14 and 15 the CPU time). */
const groupTicks = (group: number): number =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => {
      try {
        const fields = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
        return Number(fields[2]) === group ? Number(fields[11]) + Number(fields[12]) : 0
      } catch {
        return 0
      }
    })
    .reduce((sum, ticks) => sum + ticks, 0)

const connect = async (profile: string): Promise<Connection> => {
  const path = join(profile, 'DevToolsActivePort')
  const until = performance.now() + START_MILLIS
  while (performance.now() < until) {
    const [port, address] = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
    if (port && address) return chromium.connectOverCDP(`ws://127.0.0.1:${port}${address}`)
    await wait(50)
  }
  throw new Error('Chromium did not start')
}

/** Starts Chromium with a profile folder, which it leaves behind. */
export const startBrowser = async (profile: string): Promise<Browser> => {
  rmSync(join(profile, 'DevToolsActivePort'), { force: true })
  const child = spawn(executable(), [`--user-data-dir=${profile}`, ...ARGUMENTS], {
    detached: true,
    stdio: 'ignore',
  })
  const exited = once(child, 'exit')
  const group = child.pid ?? Number.NaN
  const kill = (): void => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-group, 'SIGKILL')
  }
  const browser = await connect(profile).catch((error: unknown) => {
    kill()
    throw error
  })
  return {
    version: browser.version(),
    openPage: async (url) => {
      const page = (await browser.contexts()[0]?.newPage()) ?? (await browser.newPage())
      await page.goto(url)
      await page.waitForFunction(() => 'peer' in window)
      return page
    },
    cpuMillis: () => groupTicks(group) * TICK_MILLIS,
    kill,
    exited,
  }
}

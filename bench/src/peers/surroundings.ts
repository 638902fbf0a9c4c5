import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'

import { bundlePage } from './bundle-page.js'
import { IDLE, type Client } from './clients.js'
import { onStage } from './stage.js'

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

const chromiumVersion = async (): Promise<string> =>
  onStage(IDLE, await bundlePage(IDLE.name), ({ browser }) => Promise.resolve(browser().version))

/** What the figures were taken with, as one line. */
export const describeSurroundings = async (clients: readonly Client[]): Promise<string> => {
  const path = new URL('../../package.json', import.meta.url)
  const { dependencies, devDependencies } = JSON.parse(readFileSync(path, 'utf8')) as Manifest
  const pins = { ...dependencies, ...devDependencies }
  const versions = clients.flatMap(({ packages }) => packages.map((name) => `${name} ${pins[name]}`))
  const machine = [
    `Chromium ${await chromiumVersion()}`,
    `${availableParallelism()} cores`,
    `Node ${process.version}`,
  ]
  return [...machine, ...versions].join(', ')
}

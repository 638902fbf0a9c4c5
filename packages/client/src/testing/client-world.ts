import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { skypeTeams, type SkypeTeams } from '@candor/practices/skype-teams'

import { inspection } from '../inspection/index.js'
import { createCandor, type Candor, type NodeCandorOptions } from '../node/index.js'
import { startTestService, type TestService } from './test-service.js'

/** 2026-11-22T14:30:00Z. */
const START_MILLIS = Date.UTC(2026, 10, 22, 14, 30)
export const HOUR_MILLIS = 3_600_000
export const DAY_MILLIS = 86_400_000

/** A service, a device with its clock, and the clients that were started on it. */
export interface ClientWorld {
  readonly service: TestService
  readonly folder: string
  /** Starts the app on the device. */
  start(options?: Partial<NodeCandorOptions<SkypeTeams>>): Candor<SkypeTeams>
  /** Lets the device's clock go on. */
  pass(millis: number): void
  /** What a kill would leave at this moment: another folder with the same files. */
  killedFolder(): Promise<string>
  /** Everything that the device keeps but the log of what was sent, as one text. */
  kept(folder?: string): Promise<string>
  close(): Promise<void>
}

/** The text of a file; none where it was unfinished, and has its own name by now. */
const readKept = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}

/** Copies files, without those that say that this process still owns them; again where one got its own name meanwhile. */
const copyStill = async (from: string, to: string, tries = 5): Promise<void> => {
  try {
    await cp(from, to, { recursive: true, filter: (source) => !source.endsWith('.owner') })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || tries === 1) throw error
    await copyStill(from, to, tries - 1)
  }
}

/** Creates a world with a temporary folder and a service on a free port. */
export const createClientWorld = async (): Promise<ClientWorld> => {
  const service = await startTestService()
  const folders = [await mkdtemp(join(tmpdir(), 'candor-client-'))]
  const [folder = ''] = folders
  const clients: Candor<SkypeTeams>[] = []
  let nowMillis = START_MILLIS
  return {
    service,
    folder,
    start: (options = {}) => {
      const client = createCandor({
        practices: skypeTeams,
        key: 'demo',
        endpoint: service.endpoint,
        client: 'desktop',
        os: 'Windows',
        org: 'contoso.com',
        folder,
        inspect: inspection(),
        now: () => nowMillis,
        ...options,
      })
      clients.push(client)
      return client
    },
    pass: (millis) => {
      nowMillis += millis
    },
    killedFolder: async () => {
      const copy = await mkdtemp(join(tmpdir(), 'candor-killed-'))
      folders.push(copy)
      await copyStill(folder, copy)
      return copy
    },
    kept: async (of = folder) => {
      const entries = await readdir(of, { recursive: true, withFileTypes: true })
      const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('sent.'))
      const texts = await Promise.all(files.map(({ parentPath, name }) => readKept(join(parentPath, name))))
      return files.map(({ name }, at) => `${name} ${texts[at]}`).join('\n')
    },
    close: async () => {
      await Promise.all(clients.map((client) => client.close()))
      await service.close()
      // A first hash that ends after closing may still be kept: the folder is tried again until it is empty.
      const patience = { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }
      await Promise.all(folders.map((each) => rm(each, patience)))
    },
  }
}

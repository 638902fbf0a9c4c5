import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { skypeTeams } from '@candor/practices/skype-teams'
import { createService, type Service } from '@candor/server'
import { runLine, type LineAnswer, type LineSurroundings } from './run-line.js'

/** A service of a test, and command lines that find it. */
export interface ServedLines {
  readonly service: Service
  /** The operator token. */
  readonly token: string
  /** Runs the words of a command line. */
  readonly run: (words: readonly string[], surroundings?: LineSurroundings) => Promise<LineAnswer>
  /** Its JSON. */
  readonly data: (words: readonly string[]) => Promise<unknown>
  readonly close: () => Promise<void>
}

/** Starts a service for command lines. For tests. */
export const serveLines = async (): Promise<ServedLines> => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-lines-'))
  const products = [{ practices: skypeTeams, keys: ['demo'] }]
  const service = await createService({ dataFolder: folder, port: 0, products })
  const run: ServedLines['run'] = (words, { env = {}, ...others } = {}) =>
    runLine(words, { env: { CANDOR_URL: service.url, CANDOR_DATA: folder, LANG: 'C', ...env }, ...others })
  return {
    service,
    token: readFileSync(join(folder, 'operator-token'), 'utf8').trim(),
    run,
    data: async (words) => JSON.parse((await run([...words, '--json'])).out) as unknown,
    close: async () => {
      await service.close()
      rmSync(folder, { recursive: true })
    },
  }
}

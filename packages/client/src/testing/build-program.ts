import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { build } from 'vite'

/** A program made into one file that Node runs. */
export interface BuiltProgram {
  readonly path: string
  readonly remove: () => Promise<void>
}

/** Builds a program from the sources. */
export const buildProgram = async (source: URL): Promise<BuiltProgram> => {
  const input = fileURLToPath(source)
  const outDir = await mkdtemp(join(tmpdir(), 'candor-program-'))
  await build({
    root: dirname(input),
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true, resolve: { conditions: ['candor-source'] } },
    resolve: { conditions: ['candor-source'] },
    build: { ssr: true, outDir, rolldownOptions: { input, output: { entryFileNames: 'app.mjs' } } },
  })
  return { path: join(outDir, 'app.mjs'), remove: () => rm(outDir, { recursive: true, force: true }) }
}

import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'

import { candorPractices } from '@candor/client/vite'
import { build } from 'vite'

/** A client's page as one minified script. */
export interface Bundle {
  readonly script: string
  readonly brotliBytes: number
}

/** Bundles bench/src/peers/pages/NAME-page.ts: the client and the calls of the bench, nothing else. */
export const bundlePage = async (name: string): Promise<Bundle> => {
  const input = fileURLToPath(new URL(`../../src/peers/pages/${name}-page.ts`, import.meta.url))
  const built = await build({
    logLevel: 'error',
    configFile: false,
    plugins: [candorPractices()],
    build: { write: false, target: 'es2023', rolldownOptions: { input, output: { codeSplitting: false } } },
  })
  if (!('output' in built)) throw new Error(`the page of ${name} was not built`)
  const { code } = built.output[0]
  return { script: code, brotliBytes: brotliCompressSync(code).length }
}

import { fileURLToPath } from 'node:url'

/** Absolute path of the built pages, which are made to be served under /examples/conference/. */
export const pagesFolder = fileURLToPath(new URL('../dist/pages', import.meta.url))

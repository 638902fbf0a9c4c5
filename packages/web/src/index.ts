import { fileURLToPath } from 'node:url'

/**
 * Absolute path of the folder with the built pages: index.html and its assets. Every address of a page is answered with
 * index.html. The pages run under `script-src 'self'; style-src 'self' 'unsafe-inline'`.
 */
export const webFolder: string = fileURLToPath(new URL('../dist/app', import.meta.url))

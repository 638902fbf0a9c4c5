import { fileURLToPath } from 'node:url'

const PRODUCT_URL = new URL('../product/', import.meta.url).href
const PRODUCT_FOLDER = fileURLToPath(PRODUCT_URL)
/** How the product's own files are named on every device, wherever they are installed. */
const APP_URL = 'app:///conference/'

const toAppFrame = (line: string): string =>
  line.replace(PRODUCT_URL, APP_URL).replace(PRODUCT_FOLDER, APP_URL)

/**
 * The error that a piece of the product throws. Its stack ends where the product ends and names the product's files as
 * an installed app does, so that nothing of the machine that simulates is in a report.
 */
export const catchProductError = (provoke: () => unknown): Error => {
  try {
    provoke()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const lines = (error.stack ?? '').split('\n')
    const first = lines.findIndex((line) => line.startsWith('    at '))
    const frames = lines.slice(first).map(toAppFrame)
    const last = frames.findLastIndex((frame) => frame.includes(APP_URL))
    error.stack = [...lines.slice(0, first), ...frames.slice(0, last + 1)].join('\n')
    return error
  }
  throw new RangeError('the product did not fail')
}

import { readFileSync } from 'node:fs'

/**
 * @param {string} path
 * @returns {unknown} what the file holds; throws when it is missing or no JSON
 */
export function readJson(path) {
  return /** @type {unknown} */ (JSON.parse(readFileSync(path, 'utf8')))
}

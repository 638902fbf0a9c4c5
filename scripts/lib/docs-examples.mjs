import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { ROOT } from './root.mjs'

/** @typedef {{ readonly name: string, readonly text: string }} Example */

const BLOCKS = /^```(?:tsx?|html)\n(.*?)^```$/gms
const NAMES = /^(?:\/\/|<!--) ([\w.-]+\.(?:tsx?|html))\b/

/**
 * The examples of a page of docs, by the file name in their first line. Throws where one has no name, or two have the same.
 *
 * @param {string} page relative to the root
 * @returns {readonly Example[]}
 */
export function readExamples(page) {
  const blocks = [...readFileSync(join(ROOT, page), 'utf8').matchAll(BLOCKS)].map(([, text = '']) => text)
  const examples = blocks.map((text) => ({ name: NAMES.exec(text)?.[1] ?? '', text }))
  const names = examples.map(({ name }) => name)
  const fault = names.find((name, at) => name === '' || names.indexOf(name) !== at)
  if (fault !== undefined) throw new Error(`an example of ${page} has no name of its own: "${fault}"`)
  return examples
}

/**
 * Writes examples into a folder as an app's modules, beside the packages of this repository.
 *
 * @param {string} folder
 * @param {readonly Example[]} examples
 */
export function writeExamples(folder, examples) {
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }))
  for (const { name, text } of examples) writeFileSync(join(folder, name), text)
}

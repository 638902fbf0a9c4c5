import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'

import { openInstanceFiles } from '../node/open-instance-files.js'

/**
 * A process of its own that keeps entries and adopts others' until it is killed: node app.mjs FOLDER. A line says what
 * was kept (`set KEY`) or adopted (`own KEY`), and when, once that is so.
 */
const [, , folder = ''] = process.argv
const { own, adopt } = openInstanceFiles({ product: 'shop', folder }, (reason) => {
  throw new Error(reason)
})
const OLD = 'old value'
const say = (word: string, key: string): void => void writeSync(1, `${word} ${key} ${Date.now()}\n`)

const turn = async (): Promise<void> => {
  for (const key of await adopt()) {
    if (![OLD, key.repeat(100)].includes(own.get(key) ?? '')) throw new Error('half an entry')
    say('own', key)
  }
  for (let at = 0; at < 5; at += 1) {
    const key = randomUUID()
    own.set(key, OLD)
    own.set(key, key.repeat(100))
    say('set', key)
  }
  setTimeout(() => void turn(), 5)
}
await turn()

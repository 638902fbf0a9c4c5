import { createSecretKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseFirstHash, type FirstHash } from '@candor/practices'
import { expect, test } from 'vitest'
import { createPseudonyms } from './pseudonyms.js'

const page = readFileSync(new URL('../../../../docs/test-vectors.md', import.meta.url), 'utf8')
const [device = '', service = ''] = page.split('## Service')

const rowsOf = (section: string): readonly (readonly string[])[] =>
  section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')))

const firstHashes = new Map(rowsOf(device).map(([, id = '', , hash]) => [id, parseFirstHash(hash)]))
const epoch = {
  id: 1,
  censusPepper: createSecretKey(Buffer.alloc(32, 1)),
  errorPepper: createSecretKey(Buffer.alloc(32, 2)),
}
const pseudonyms = createPseudonyms({ current: () => epoch })

test.each(rowsOf(service))(
  'the published vectors hold%s for %s',
  (_blank, id = '', census = '', error = '') => {
    const firstHash = firstHashes.get(id)
    expect(firstHash && pseudonyms.ofCensus(firstHash)).toBe(census)
    expect(pseudonyms.ofError(id)).toBe(error)
    expect(census).not.toBe(error)
  },
)

test('there are published vectors', () => {
  expect(rowsOf(service).length).toBeGreaterThan(2)
})

test('an earlier epoch can be named; a person is somebody else in each', () => {
  const later = {
    id: 2,
    censusPepper: createSecretKey(Buffer.alloc(32, 3)),
    errorPepper: createSecretKey(Buffer.alloc(32, 4)),
  }
  const rotated = createPseudonyms({ current: () => later })
  const firstHash = 'A'.repeat(43) as FirstHash
  const four = [pseudonyms, rotated].flatMap((made) => [made.ofCensus(firstHash), made.ofError('amosmarble')])
  expect(new Set(four).size).toBe(4)
  expect(rotated.ofCensus(firstHash, epoch)).toBe(four[0])
  expect(rotated.ofError('amosmarble', epoch)).toBe(four[1])
  expect([pseudonyms.epoch(), rotated.epoch()]).toEqual([1, 2])
})

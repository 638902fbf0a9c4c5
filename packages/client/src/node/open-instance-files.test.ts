import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { createDiagnostics } from '../core/diagnostics.js'
import type { InstanceFiles } from './storage/instance-files.js'
import { openInstanceFiles } from './open-instance-files.js'

const NO_PROCESS = 2 ** 30
const DAY_SECONDS = 86_400

let folder: string
let opened: InstanceFiles[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-storage-'))
  opened = []
})
afterEach(async () => {
  await Promise.all(opened.map(({ close }) => close()))
  await rm(folder, { recursive: true })
})

const open = (place = folder, count: (reason: string) => void = expect.unreachable): InstanceFiles => {
  const storage = openInstanceFiles({ product: 'shop', folder: place }, count)
  opened.push(storage)
  return storage
}

const root = () => join(folder, 'instances', 'shop')
const pathsOfOwners = async () => (await readdir(root())).map((name) => join(root(), name, '.owner'))

/** Makes the only instance there is look like another process's. */
const disguise = async (change: object): Promise<string> => {
  const [path = ''] = await pathsOfOwners()
  const owner = JSON.parse(await readFile(path, 'utf8')) as object
  await writeFile(path, JSON.stringify({ ...owner, ...change }))
  return path
}

test('what is shared stays in the files that an earlier release made, and goes on in them', async () => {
  await writeFile(join(folder, 'candor.shop.device'), 'id')
  await writeFile(join(folder, 'candor.shop.consent.u'), '{}')
  await writeFile(join(folder, 'candor.other.device'), 'other')
  const { shared } = open()
  expect(shared.keys().toSorted()).toEqual(['consent.u', 'device'])
  shared.set('policy/a', '1')
  shared.set('device', 'new')
  shared.remove('consent.u')
  expect(await readdir(folder)).toEqual([
    'candor.other.device',
    'candor.shop.device',
    'candor.shop.policy%2Fa',
  ])
  expect((await stat(join(folder, 'candor.shop.device'))).mode & 0o777).toBe(0o600)
  const again = open().shared
  expect([again.get('device'), again.get('policy/a'), again.get('consent.u')]).toEqual([
    'new',
    '1',
    undefined,
  ])
})

test('reports that an earlier release kept come to the first that adopts', async () => {
  await writeFile(join(folder, 'candor.shop.usage.waiting.1'), '{}')
  const [one, two] = [open(), open()]
  expect(one.shared.keys()).toEqual([])
  expect([await one.adopt(), await two.adopt()]).toEqual([['usage.waiting.1'], []])
  expect(one.own.get('usage.waiting.1')).toBe('{}')
})

test('what another changed is known within a second', async () => {
  const [one, two] = [open(), open()]
  const heard = vi.fn<() => void>()
  two.onShared(heard)
  one.shared.set('device', 'a')
  one.shared.set('salt', 'b')
  await vi.waitFor(() => expect(heard).toHaveBeenCalled(), { timeout: 1100, interval: 20 })
  expect([two.shared.get('device'), two.shared.get('salt')]).toEqual(['a', 'b'])
  two.shared.remove('device')
  await vi.waitFor(() => expect(one.shared.keys()).toEqual(['salt']), { timeout: 1100, interval: 20 })
})

test('an instance that lives is left alone, and one that closed is not', async () => {
  const [one, two] = [open(), open()]
  one.own.set('a', '1')
  one.own.set('b', '2')
  one.own.remove('b')
  expect(await two.adopt()).toEqual([])
  await one.close()
  expect(await two.adopt()).toEqual(['a'])
  expect(two.own.get('a')).toBe('1')
  expect((await stat(join(root(), (await readdir(root()))[0] ?? ''))).mode & 0o777).toBe(0o700)
})

test('an instance that closed with nothing left leaves no folder', async () => {
  const one = open()
  one.own.set('a', '1')
  one.own.remove('a')
  await one.close()
  expect(await readdir(root())).toEqual([])
})

test('one that was wrongly thought to have ended goes on with what was not taken, and hears of it', async () => {
  const [victim, thief] = [open(), open()]
  const heard = vi.fn<() => void>()
  victim.onShared(heard)
  victim.own.set('taken', '1')
  await disguise({ pid: NO_PROCESS })
  expect(await thief.adopt()).toEqual(['taken'])
  victim.own.set('fresh', '2')
  expect(victim.own.keys()).toEqual(['fresh'])
  expect(victim.own.get('taken')).toBeUndefined()
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1))
  victim.own.set('taken', '3')
  victim.own.remove('taken')
  await victim.close()
  await thief.close()
  const last = open()
  expect((await last.adopt()).toSorted()).toEqual(['fresh', 'taken'])
  expect(last.own.get('taken')).toBe('1')
})

test('one that was taken over knows within a second, also where it writes nothing', async () => {
  const [victim, thief] = [open(), open()]
  victim.own.set('taken', '1')
  await disguise({ pid: NO_PROCESS })
  await thief.adopt()
  await vi.waitFor(() => expect(victim.own.keys()).toEqual([]), { timeout: 1100, interval: 20 })
})

test('a half-moved adoption of one that was killed goes on with the next', async () => {
  const inner = join(root(), 'killed', '.owner.before')
  await mkdir(inner, { recursive: true })
  await writeFile(join(inner, 'b'), '2')
  await writeFile(join(inner, 'half.own.unfinished'), '')
  await writeFile(join(root(), 'killed', 'a'), '1')
  const last = open()
  expect((await last.adopt()).toSorted()).toEqual(['a', 'b'])
  expect(await readdir(root())).toHaveLength(1)
})

test.each([
  ['the same number is another process now', { start: '1' }, 'comes'],
  ['the machine was started again', { boot: 'before' }, 'comes'],
  [
    'it is in a container that shares the folder',
    { place: `${hostname()} pid:[1]`, pid: NO_PROCESS },
    'waits',
  ],
  ['it is on another machine', { place: 'elsewhere pid:[4026531836]', pid: NO_PROCESS }, 'waits'],
] as const)('where %s, what it has %3$s', async (_, change, outcome) => {
  const [victim, other] = [open(), open()]
  victim.own.set('a', '1')
  const path = await disguise(change)
  expect(await other.adopt()).toEqual(outcome === 'comes' ? ['a'] : [])
  if (outcome === 'comes') return
  const silentSeconds = Date.now() / 1000 - DAY_SECONDS - 60
  await utimes(path, silentSeconds, silentSeconds)
  expect(await other.adopt()).toEqual(['a'])
})

test.each(['/proc/candor/deep', '/dev/null/candor'])(
  'where the folder cannot be made (%s), it goes on in memory and is counted',
  async (place) => {
    const { count, read } = createDiagnostics()
    const { own, shared, adopt, settled, close } = open(place, count)
    own.set('a', '1')
    shared.set('device', 'b')
    own.remove('missing')
    expect([own.get('a'), shared.get('device'), own.keys()]).toEqual(['1', 'b', ['a']])
    expect(await adopt()).toEqual([])
    await settled()
    await close()
    expect(read()).toEqual({ 'storage-failed': 3 })
  },
)

test('a folder that is a file is counted, and used once it is a folder', async () => {
  const place = join(folder, 'place')
  await writeFile(place, '')
  const { count, read } = createDiagnostics()
  const one = open(place, count)
  one.own.set('a', '1')
  one.shared.set('device', 'b')
  expect(read()).toEqual({ 'storage-failed': 3 })
  await rm(place)
  await one.settled()
  await one.close()
  const two = open(place)
  expect([await two.adopt(), two.shared.get('device')]).toEqual([['a'], 'b'])
})

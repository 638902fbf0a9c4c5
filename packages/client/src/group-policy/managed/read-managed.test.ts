import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { decide } from '@candor/practices'
import { policyControlsOf } from '@candor/practices/admx'
import { skypeTeams } from '@candor/practices/skype-teams'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'

import { MANAGED_FOLDERS, nodeSources, readGroupPolicy, type FileFacts, type PolicyFiles } from '../index.js'
import { readManagedFolder } from './read-managed-folder.js'

const LINUX = MANAGED_FOLDERS.linux
const DISABLE = 'DisableAutomaticSendTracing'

interface FakeFile {
  readonly text?: string
  readonly ownerId?: number
  readonly mode?: number
  readonly kind?: FileFacts['kind']
  readonly sizeBytes?: number
  readonly fails?: 'stat' | 'read'
  readonly realPath?: string
}

/** A file system of what is given, below folders that belong to root. */
const filesOf = (tree: Readonly<Record<string, FakeFile>>): PolicyFiles => {
  const paths = Object.keys(tree)
  const isFolder = (path: string): boolean =>
    paths.some((each) => each.startsWith(path === '/' ? '/' : `${path}/`))
  const fail = (path: string): never => {
    throw new Error(`EACCES: ${path}`)
  }
  return {
    realPath: (path) =>
      Promise.resolve(path in tree || isFolder(path) ? (tree[path]?.realPath ?? path) : undefined),
    stat: async (path) => {
      const { ownerId = 0, kind = isFolder(path) ? 'folder' : 'file', text = '', ...file } = tree[path] ?? {}
      if (file.fails === 'stat') fail(path)
      const mode = file.mode ?? (kind === 'folder' ? 0o755 : 0o644)
      return { kind, ownerId, mode, sizeBytes: file.sizeBytes ?? text.length }
    },
    list: (path) =>
      Promise.resolve([
        ...new Set(
          paths
            .filter((each) => each.startsWith(`${path}/`))
            .map((each) => each.slice(path.length + 1).replace(/\/.*/, '')),
        ),
      ]),
    readFile: async (path) => {
      const { text = '', fails } = tree[path] ?? {}
      if (fails === 'read') fail(path)
      return new TextEncoder().encode(text)
    },
  }
}

const readTree = (tree: Readonly<Record<string, FakeFile>>, platform = 'linux', userName = 'ada') =>
  readGroupPolicy({
    practices: skypeTeams,
    platform,
    sources: { ...nodeSources, files: filesOf(tree), userName: () => userName },
  })

const decideOn = async (tree: Readonly<Record<string, FakeFile>>) =>
  decide(skypeTeams, 'usage.IMSent', { client: 'desktop', os: 'Linux', ...(await readTree(tree)) })

const forbids = { text: `{ "${DISABLE}": true }` }
const allows = { text: `{ "${DISABLE}": false }` }

describe('policy files', () => {
  test('set nothing where there are none', async () => {
    expect(await readTree({})).toEqual({ settings: {}, warnings: [] })
  })

  test.each(['linux', 'darwin'] as const)(
    'set the machine and the user by their folders on %s',
    async (platform) => {
      const folder = MANAGED_FOLDERS[platform]
      const tree = {
        [`${folder}/candor.json`]: allows,
        [`${folder}/readme.txt`]: { text: 'not a policy' },
        [`${folder}/users/ada/candor.json`]: forbids,
        [`${folder}/users/bob/candor.json`]: { text: '{' },
      }
      expect(await readTree(tree, platform)).toEqual({
        settings: { [DISABLE]: { machine: false, user: true } },
        warnings: [],
      })
      expect((await readTree(tree, platform, '../users/ada')).settings[DISABLE]).toEqual({ machine: false })
    },
  )

  test('on other systems there are none', async () => {
    expect(await readTree({ [`${LINUX}/a.json`]: forbids }, 'freebsd')).toEqual({
      settings: {},
      warnings: [],
    })
  })

  test('of one level count with the strictest, in whatever order', async () => {
    const files = [allows, forbids, { text: `{ "${DISABLE}": "yes" }` }, { text: '{}' }]
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(files), async (some) => {
        const { settings } = await readTree(
          Object.fromEntries(some.map((file, at) => [`${LINUX}/${at}.json`, file])),
        )
        const strictest = [files[2], files[1], files[0]].find((file) => file && some.includes(file))
        const expected = { [files[2]?.text ?? '']: 'yes', [forbids.text]: true, [allows.text]: false }
        const machine = strictest && expected[strictest.text]
        expect(settings).toEqual(machine === undefined ? {} : { [DISABLE]: { machine } })
      }),
    )
  })

  test('that name a control which is not set on devices are warned about', async () => {
    const text = `{ "MeetingUxEnableTelemetry": true, "DisableAutomaticSendTraces": true, "__proto__": true }`
    const { settings, warnings } = await readTree({ [`${LINUX}/a.json`]: { text } })
    expect(settings).toEqual({})
    expect(warnings.map(({ code, what }) => `${code} ${what}`)).toEqual([
      'unknown-control MeetingUxEnableTelemetry',
      'unknown-control DisableAutomaticSendTraces',
      'unknown-control __proto__',
    ])
  })
})

describe('what root has written and cannot be used counts as the strictest, visibly', () => {
  const path = `${LINUX}/a.json`
  test.each<readonly [string, string, Readonly<Record<string, FakeFile>>]>([
    ['a value that is a text', 'malformed-value', { [path]: { text: `{ "${DISABLE}": "false" }` } }],
    ['a value that is 0', 'malformed-value', { [path]: { text: `{ "${DISABLE}": 0 }` } }],
    ['a value that is null', 'malformed-value', { [path]: { text: `{ "${DISABLE}": null }` } }],
    ['broken JSON', 'malformed-file', { [path]: { text: '{ "Disable' } }],
    ['JSON that is no object', 'malformed-file', { [path]: { text: '[true]' } }],
    ['an empty file', 'malformed-file', { [path]: { text: '' } }],
    ['a file that is too large', 'malformed-file', { [path]: { ...allows, sizeBytes: 65_537 } }],
    ['a device node', 'malformed-file', { [path]: { ...allows, kind: 'other' } }],
    ['a file that cannot be read', 'unreadable-file', { [path]: { ...allows, fails: 'read' } }],
    ['a folder that cannot be looked at', 'unreadable-file', { [path]: allows, [LINUX]: { fails: 'stat' } }],
    [
      'one broken file among good ones',
      'malformed-file',
      { [path]: allows, [`${LINUX}/b.json`]: { text: '{' } },
    ],
  ])('%s', async (_what, code, tree) => {
    const { settings, warnings } = await readTree(tree)
    expect(settings[DISABLE]).toHaveProperty('machine')
    expect(warnings).toMatchObject([{ code }])
    expect(await decideOn(tree)).toMatchObject({
      collect: false,
      reason: 'malformed-forbids',
      source: 'machine',
    })
  })
})

describe('what somebody other than root could have written is refused, visibly, and sets nothing', () => {
  const path = `${LINUX}/a.json`
  const cases: readonly (readonly [string, string, Readonly<Record<string, FakeFile>>])[] = [
    ['a file of a user', 'untrusted-file', { [path]: { ownerId: 1000 } }],
    ['a file that its group can write', 'untrusted-file', { [path]: { mode: 0o664 } }],
    ['a file that others can write', 'untrusted-file', { [path]: { mode: 0o646 } }],
    ['a folder of a user', 'untrusted-folder', { [LINUX]: { ownerId: 1000 } }],
    ['a folder that its group can write', 'untrusted-folder', { [LINUX]: { mode: 0o775 } }],
    ['a sticky folder that others can write', 'untrusted-folder', { [LINUX]: { mode: 0o1777 } }],
    ['a folder above of a user', 'untrusted-folder', { '/etc/opt/candor': { ownerId: 1000 } }],
    ['a folder above that others can write', 'untrusted-folder', { '/etc/opt': { mode: 0o777 } }],
    [
      'a link to a file of a user',
      'untrusted-file',
      { [path]: { realPath: '/home/eve/a.json' }, '/home/eve/a.json': { ownerId: 1000 } },
    ],
    [
      'a link into a folder of a user',
      'untrusted-file',
      { [path]: { realPath: '/home/eve/a.json' }, '/home/eve/a.json': {}, '/home/eve': { ownerId: 1000 } },
    ],
  ]
  test.each(cases)('%s', async (_what, code, changes) => {
    for (const content of [allows, forbids, { text: '{' }]) {
      const tree: Record<string, FakeFile> = { [path]: content }
      for (const [each, change] of Object.entries(changes))
        tree[each] = { ...(each === LINUX ? {} : content), ...change }
      const { settings, warnings } = await readTree(tree)
      expect(settings).toEqual({})
      expect(warnings.map((warning) => warning.code)).toContain(code)
      expect(await decideOn(tree)).toMatchObject({ source: 'default' })
    }
  })

  test('the others in the folder still count', async () => {
    const { settings, warnings } = await readTree({
      [path]: { ...allows, mode: 0o666 },
      [`${LINUX}/b.json`]: forbids,
    })
    expect(settings).toEqual({ [DISABLE]: { machine: true } })
    expect(warnings).toMatchObject([{ code: 'untrusted-file', where: path }])
  })

  test('a link to a file of root, below a sticky folder, is trusted', async () => {
    const { settings } = await readTree({
      [path]: { realPath: '/nix/store/a.json' },
      '/nix/store/a.json': forbids,
      '/nix/store': { mode: 0o1775 },
    })
    expect(settings).toEqual({ [DISABLE]: { machine: true } })
  })
})

describe('real files', () => {
  const isRoot = process.getuid?.() === 0
  const controls = policyControlsOf(skypeTeams)
  const folders: string[] = []
  const makeFolder = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'candor-policy-'))
    folders.push(folder)
    chmodSync(folder, 0o755)
    writeFileSync(join(folder, 'a.json'), forbids.text, { mode: 0o644 })
    return folder
  }
  const read = (folder: string) => readManagedFolder(nodeSources.files, controls, folder)

  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  })

  test('count where they are of root, and are refused where they are not', async () => {
    const { values, warnings } = await read(makeFolder())
    expect(values).toEqual(isRoot ? { [DISABLE]: true } : {})
    expect(warnings.map(({ code }) => code)).toEqual(isRoot ? [] : ['untrusted-folder'])
  })

  test('are refused where others can write to them or to their folder', async () => {
    const [one, two] = [makeFolder(), makeFolder()]
    chmodSync(join(one, 'a.json'), 0o666)
    chmodSync(two, 0o1777)
    expect((await read(one)).values).toEqual({})
    expect(await read(two)).toMatchObject({ values: {}, warnings: [{ code: 'untrusted-folder' }] })
  })

  test.skipIf(!isRoot)('that are no files, or not in UTF-8, count as the strictest (as root)', async () => {
    const folder = makeFolder()
    mkdirSync(join(folder, 'b.json'))
    symlinkSync('/nowhere', join(folder, 'c.json'))
    writeFileSync(join(folder, 'd.json'), Buffer.from('{ "a": "\u00ff" }', 'latin1'), { mode: 0o644 })
    const { values, warnings } = await read(folder)
    expect(typeof values[DISABLE]).toBe('string')
    expect(warnings.map(({ code }) => code)).toEqual(['malformed-file', 'unreadable-file', 'malformed-file'])
  })

  test('that are not there set nothing', async () => {
    expect(await read(join(makeFolder(), 'absent'))).toEqual({ values: {}, warnings: [] })
  })
})

import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { decide, toDevicePractices, type DevicePractices } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import { build, createServer, type InlineConfig, type Rolldown } from 'vite'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { candorPractices } from './candor-practices.js'

const NODE_MODULES = fileURLToPath(new URL('../../../../node_modules', import.meta.url))
const CONTEXT = { client: 'web', os: 'Linux', user: { errorReporting: 'granted' } }

let root: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'candor-vite-'))
  await symlink(NODE_MODULES, join(root, 'node_modules'))
})
afterEach(() => rm(root, { recursive: true }))

const configOf = (warnings: string[] = []): InlineConfig => ({
  root,
  configFile: false,
  logLevel: 'silent',
  customLogger: {
    info: () => {},
    warn: (message) => void warnings.push(message),
    warnOnce: () => {},
    error: () => {},
    clearScreen: () => {},
    hasErrorLogged: () => false,
    hasWarned: false,
  },
  plugins: [candorPractices()],
  resolve: { conditions: ['candor-source', 'module', 'browser', 'import', 'default'] },
})

const bundle = async (entry: string, config = configOf()): Promise<string> => {
  await writeFile(join(root, 'entry.ts'), entry)
  const lib = { entry: join(root, 'entry.ts'), formats: ['es' as const] }
  const outputs = (await build({
    ...config,
    build: { write: false, minify: true, lib },
  })) as Rolldown.RolldownOutput[]
  return outputs
    .flatMap(({ output }) => output)
    .map((file) => ('code' in file ? file.code : ''))
    .join('\n')
}

const run = async (code: string): Promise<Record<string, unknown>> =>
  (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Record<string, unknown>

/** Every text for people in the practices, with the parts that identifiers and examples share left out. */
const textsOf = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return []
  if ('en' in value && 'es' in value)
    return [String(value.en), String(value.es)].filter((text) => text.includes(' '))
  return Object.values(value).flatMap(textsOf)
}

const SHOP = `
  import { definePractices } from '@candor/practices'
  import { skypeTeams } from '@candor/practices/skype-teams'
  const label = { en: 'What was ordered', es: 'Lo que se pidió' }
  export const shop = definePractices({
    ...skypeTeams,
    product: 'shop',
    dataTypes: { ...skypeTeams.dataTypes, usage: { Orders: { kind: 'count', label, example: '3' } } },
  })
`

test('the built-in practices go to the browser without their texts, and decide the same', async () => {
  const code = await bundle(`
    export { skypeTeams } from '@candor/practices/skype-teams'
    export { decide } from '@candor/practices'
  `)
  const texts = textsOf(skypeTeams)
  expect(texts.length).toBeGreaterThan(100)
  expect(texts.filter((text) => code.includes(text))).toEqual([])
  const bundled = (await run(code)) as { skypeTeams: DevicePractices; decide: typeof decide }
  expect(bundled.skypeTeams).toEqual(toDevicePractices(skypeTeams))
  for (const dataType of ['census.AppName', 'usage.IMSent', 'error.Exception', 'error.None']) {
    expect(bundled.decide(bundled.skypeTeams, dataType, CONTEXT)).toEqual(
      decide(skypeTeams, dataType, CONTEXT),
    )
  }
})

test("a module of one's own that defines practices is found", async () => {
  await writeFile(join(root, 'practices.ts'), SHOP)
  const code = await bundle(`export { shop } from './practices.js'`)
  expect(code).not.toMatch(/What was ordered|Lo que se pidió|Census data/)
  const { shop } = (await run(code)) as { shop: DevicePractices }
  expect(shop).toMatchObject({ product: 'shop', dataTypes: { usage: { Orders: { kind: 'count' } } } })
})

test('data beside the practices stays, and goes where nobody imports it', async () => {
  await writeFile(
    join(root, 'practices.ts'),
    `${SHOP}\nexport const shelves = { fiction: 'Novels and stories' }`,
  )
  expect(await bundle(`export { shop } from './practices.js'`)).not.toContain('Novels and stories')
  expect(await bundle(`export { shelves } from './practices.js'`)).toContain('Novels and stories')
})

test('a module with something that is no data beside the practices stays as it is, with a warning', async () => {
  await writeFile(join(root, 'practices.ts'), `${SHOP}\nexport const priceOf = (item) => item.length`)
  const warnings: string[] = []
  const code = await bundle(`export * from './practices.js'`, configOf(warnings))
  expect(code).toContain('What was ordered')
  expect(warnings.join('\n')).toContain('priceOf')
})

test('the development server strips the texts too, and what is not for browsers keeps them', async () => {
  await writeFile(join(root, 'practices.ts'), SHOP)
  const server = await createServer({
    ...configOf(),
    server: { middlewareMode: true, ws: false },
    appType: 'custom',
  })
  try {
    const inBrowser = await server.environments['client']?.transformRequest('/practices.ts')
    const onServer = await server.environments['ssr']?.transformRequest('/practices.ts')
    expect(inBrowser?.code).toContain('"product":"shop"')
    expect(inBrowser?.code).not.toContain('What was ordered')
    expect(onServer?.code).toContain('What was ordered')
  } finally {
    await server.close()
  }
})

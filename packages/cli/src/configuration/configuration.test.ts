import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { CandorError } from '@candor/practices'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createProgram } from '../program.js'
import type { Surroundings } from '../surroundings.js'
import { configurationTable } from './describe-configuration.js'
import { readConfiguration, type Given } from './read-configuration.js'
import { readConfigurationFile } from './read-file.js'
import { ENTRIES } from './table.js'

const read = (given: Partial<Given>) => readConfiguration({ flags: {}, environment: {}, ...given })

const factsOf = (run: () => unknown): CandorError['facts'] => {
  try {
    run()
  } catch (error) {
    if (error instanceof CandorError && error.code === 'CANDOR_CONFIGURATION_INVALID') return error.facts
  }
  throw new Error('it was not refused')
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-configuration-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const fileOf = (text: string): string => {
  const path = join(folder, 'candor.json')
  writeFileSync(path, text)
  return path
}

describe('a value', () => {
  test('comes from the flag, else the environment, else the file, else the default', () => {
    const all = { flags: { port: '1' }, environment: { PORT: '2' }, file: { port: 3 } }
    expect(read(all)).toMatchObject({ values: { port: 1 }, sources: { port: 'flag' } })
    expect(read({ ...all, flags: {} })).toMatchObject({
      values: { port: 2 },
      sources: { port: 'environment' },
    })
    expect(read({ file: all.file })).toMatchObject({ values: { port: 3 }, sources: { port: 'file' } })
    expect(read({})).toMatchObject({ values: { port: 8787 }, sources: { port: 'default' } })
  })

  test('counts as not set where the variable is empty', () => {
    expect(read({ environment: { PORT: '', CANDOR_HOST: '' } }).values).toMatchObject({
      port: 8787,
      host: '127.0.0.1',
    })
  })

  test('is read by its kind, from each place alike', () => {
    const environment = {
      CANDOR_TRUSTED_PROXIES: 'loopback, 10.0.0.0/8',
      CANDOR_BEHIND_PROXY: '1',
      CANDOR_METRICS_LISTEN: '[::1]:9464',
    }
    const values = {
      trustedProxies: ['loopback', '10.0.0.0/8'],
      behindProxy: true,
      metricsListen: { host: '::1', port: 9464 },
    }
    expect(read({ environment }).values).toMatchObject(values)
    const file = { ...values, metricsListen: '[::1]:9464' }
    expect(read({ file }).values).toMatchObject(values)
  })
})

describe('what cannot be used is refused, naming the key, the place and what is allowed:', () => {
  test.each([
    [
      { environment: { PORT: '65536' } },
      'port',
      'the environment variable PORT',
      'a whole number from 0 to 65535',
    ],
    [{ flags: { port: 'many' } }, 'port', 'the flag --port', 'a whole number from 0 to 65535'],
    [{ file: { port: 1.5 } }, 'port', 'the configuration file', 'a whole number from 0 to 65535'],
    [
      { environment: { CANDOR_GROUP_MINIMUM: '4' } },
      'groupMinimum',
      'the environment variable CANDOR_GROUP_MINIMUM',
      'a whole number from 5 to 1000',
    ],
    [{ file: { behindProxy: 'maybe' } }, 'behindProxy', 'the configuration file', 'true or false'],
    [{ file: { logLevel: 'loud' } }, 'logLevel', 'the configuration file', 'one of error, warn, info, debug'],
    [
      { flags: { metricsListen: '127.0.0.1' } },
      'metricsListen',
      'the flag --metrics-listen',
      'host:port, such as 127.0.0.1:9464 or [::1]:9464',
    ],
  ])('%j', (given, key, from, expected) => {
    expect(factsOf(() => read(given))).toEqual({ key, from, expected })
  })

  test('a proxy that is no address', () => {
    const facts = factsOf(() => read({ environment: { CANDOR_TRUSTED_PROXIES: 'proxy.example' } }))
    expect(facts['key']).toBe('trustedProxies')
  })

  test('a key that there is not, with the nearest that there is', () => {
    expect(factsOf(() => read({ file: { trustedProxy: [] } }))).toEqual({
      key: 'trustedProxy',
      from: 'the configuration file',
      fault: 'there is no such key',
      nearest: 'trustedProxies',
    })
  })

  test('one file of TLS without the other', () => {
    expect(factsOf(() => read({ file: { tlsCert: 'cert.pem' } }))['key']).toBe('tlsKey')
    expect(factsOf(() => read({ file: { tlsKey: 'key.pem' } }))['key']).toBe('tlsCert')
  })

  test.each([
    ['no JSON', '{port: 1}', 'it is not JSON'],
    ['no object', '[]', 'it is not a JSON object of keys'],
  ])('a file that holds %s', (_what, text, fault) => {
    const path = fileOf(text)
    expect(factsOf(() => readConfigurationFile(path))).toEqual({ key: 'config', path, fault })
  })

  test('a file that is not there', () => {
    expect(factsOf(() => readConfigurationFile(join(folder, 'none')))['fault']).toBe('ENOENT')
  })
})

const run = async (words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const surroundings = { env, stdout, stderr, exitCode: 0 } as unknown as Surroundings
  await createProgram(surroundings)
    .parseAsync(['node', 'candor', ...words])
    .catch((error: unknown) => {
      if (error instanceof CandorError) throw error
    })
  return String(stdout.read() ?? '')
}

describe('the command line', () => {
  test('shows each value in force and where it comes from, and no secret', async () => {
    const config = fileOf(JSON.stringify({ host: '::1', key: 'marked-secret' }))
    const text = await run(['config', 'show', '--config', config, '--port', '0', '--json'], {
      CANDOR_DEMO_KEY: 'marked-demo',
    })
    expect(text).not.toContain('marked')
    const shown = JSON.parse(text) as readonly { readonly key: string }[]
    expect(shown.map(({ key }) => key)).toEqual(ENTRIES.map(([key]) => key))
    expect(shown).toContainEqual({ key: 'host', value: '::1', source: 'file' })
    expect(shown).toContainEqual({ key: 'port', value: 0, source: 'flag' })
    expect(shown).toContainEqual({ key: 'key', value: '(not shown)', source: 'file' })
    expect(shown).toContainEqual({ key: 'fleet', value: 25, source: 'default' })
  })

  test('refuses what it cannot use before anything is opened', async () => {
    await expect(run(['serve'], { PORT: 'x' })).rejects.toThrow(
      /key: port; from: the environment variable PORT/,
    )
  })

  test('its help has every flag and every variable', async () => {
    const help = await run(['demo', '--help'])
    const words = ENTRIES.flatMap(([, { environment, flag }]) => [environment, flag ?? []].flat())
    for (const word of words) expect(help).toContain(word)
    expect(await run(['serve', '--help'])).not.toContain('CANDOR_FLEET')
  })
})

test('docs/configuration.md has the table, no more and no less', () => {
  const text = readFileSync(new URL('../../../../docs/configuration.md', import.meta.url), 'utf8')
  const cells = (line: string): string => line.replaceAll(/ *\| */g, '|').replaceAll(/-{3,}/g, '---')
  const rows = text.split('\n').filter((line) => /^\| `\w/.test(line) || line.startsWith('| key'))
  const wanted = configurationTable().filter((line) => !line.startsWith('| ---'))
  expect(rows.map(cells)).toEqual(wanted.map(cells))
})

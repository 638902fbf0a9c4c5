import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { skypeTeams } from '@candor/practices/skype-teams'
import { createService, type Service } from '@candor/server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { runLine } from '../testing/run-line.js'

let folder = ''
let service: Service
let env: Readonly<Record<string, string>> = {}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-cli-service-'))
  service = await createService({
    dataFolder: folder,
    port: 0,
    products: [{ practices: skypeTeams, keys: ['demo'] }],
  })
  env = { CANDOR_URL: service.url, CANDOR_DATA: folder }
})
afterAll(async () => {
  await service.close()
  rmSync(folder, { recursive: true })
})

const run = (...words: readonly string[]) => runLine(words, { env })
const asData = async (...words: readonly string[]): Promise<unknown> =>
  JSON.parse((await run(...words, '--json')).out)

const CMDLET = 'CsWebServiceConfiguration'

beforeEach(async () => {
  for (const organisation of ['', 'contoso.com']) {
    const found = (await asData(`Get-${CMDLET}`, '--organisation', organisation)) as { Identity: string }[]
    for (const { Identity } of found)
      await run(`Remove-${CMDLET}`, '-Identity', Identity, '--organisation', organisation)
  }
})

const policyFor = async (organisation: string, pool = ''): Promise<unknown> => {
  const answer = await fetch(`${service.url}/v1/policy?key=demo&org=${organisation}&pool=${pool}`)
  return ((await answer.json()) as { readonly settings: unknown }).settings
}

describe('a running service', () => {
  test('takes the line of the practices, with the operator token of its data folder', async () => {
    expect(await run(`Set-${CMDLET}`, '-MeetingUxEnableTelemetry', '$True')).toMatchObject({
      exitCode: 0,
      out: 'MeetingUxEnableTelemetry at global is now True; it was not set (default False).\n',
    })
    expect(await policyFor('', 'pool09.contoso.com')).toEqual({ MeetingUxEnableTelemetry: { global: true } })
  })

  test('keeps the collections of each organisation apart', async () => {
    const identity = 'service:WebServer:pool01.contoso.com'
    const words = ['-Identity', identity, '-M', 'True', '--organisation', 'contoso.com']
    expect((await run(`New-${CMDLET}`, ...words)).exitCode).toBe(0)
    expect((await run(`New-${CMDLET}`, ...words)).err).toContain('CANDOR_COLLECTION_EXISTS')
    expect(await asData(`Get-${CMDLET}`, '--organisation', 'contoso.com')).toHaveLength(2)
    const deployment = await run(`Get-${CMDLET}`)
    expect(deployment.out).not.toContain(identity)
    expect(deployment.err).toContain('contoso.com')
    expect(await policyFor('fabrikam.com', 'pool01.contoso.com')).toEqual({
      MeetingUxEnableTelemetry: { [identity]: true },
    })
  })

  test('gives its devices what a control was set to, and explains it', async () => {
    const organisation = ['--organisation', 'contoso.com']
    await run('policy', 'set', 'DisableAutomaticSendTracing', 'true', ...organisation)
    expect(await policyFor('contoso.com')).toEqual({ DisableAutomaticSendTracing: { 'in-band': true } })
    expect(await policyFor('fabrikam.com')).toEqual({})
    expect(await asData('explain', 'IMSent', '--client', 'desktop', ...organisation)).toMatchObject({
      organisation: 'contoso.com',
      decision: { collect: false, source: 'in-band' },
    })
    expect((await run('policy', 'list')).out).toMatch(/in-band +contoso\.com +True/)
    await run('policy', 'remove', 'DisableAutomaticSendTracing', ...organisation)
    expect(await policyFor('contoso.com')).toEqual({})
  })

  test('explains with the pool that hosts the meeting', async () => {
    await run(`New-${CMDLET}`, 'service:WebServer:pool01.contoso.com', '-M', 'True')
    const words = ['explain', 'usage.IMSent', '--client', 'meetings-app', '--pool']
    expect(await asData(...words, 'pool01.contoso.com')).toMatchObject({ decision: { collect: true } })
    expect(await asData(...words, 'pool02.contoso.com')).toMatchObject({ decision: { collect: false } })
  })

  test('is told apart: a control without an organisation holds for few', async () => {
    const { err } = await run('policy', 'set', 'DisableAutomaticSendTracing', 'false', '--what-if')
    expect(err).toContain('without --organisation')
  })
})

describe('a service that refuses or is not there', () => {
  test.each([
    ['a wrong token', { CANDOR_TOKEN: 'wrong' }, 'CANDOR_TOKEN_REFUSED'],
    ['no token', { CANDOR_DATA: '/nowhere' }, 'CANDOR_TOKEN_REFUSED'],
    [
      'nobody at the address',
      { CANDOR_TOKEN: 'x', CANDOR_URL: 'http://127.0.0.1:9' },
      'CANDOR_SERVICE_UNREACHABLE',
    ],
    ['no address', { CANDOR_TOKEN: 'x', CANDOR_URL: 'candor' }, 'CANDOR_CONFIGURATION_INVALID'],
  ])('%s: ends with 1', async (_what, more, code) => {
    const answer = await runLine(['policy', 'list'], { env: { ...env, ...more } })
    expect([answer.exitCode, answer.out]).toEqual([1, ''])
    expect(answer.err).toContain(code)
  })

  test('an unknown key of the product is told', async () => {
    const answer = await run('explain', 'IMSent', '--client', 'web', '--key', 'wrong')
    expect(answer).toMatchObject({ exitCode: 1 })
    expect(answer.err).toContain('CANDOR_KEY_UNKNOWN')
  })

  test('the token of the data folder is not sent to another machine', async () => {
    const answer = await runLine(['policy', 'list', '--url', 'http://candor.example'], { env })
    expect(answer.exitCode).toBe(1)
    expect(answer.err).toContain('CANDOR_TOKEN')
    expect(answer.err).not.toContain(readFileSync(join(folder, 'operator-token'), 'utf8').trim())
  })

  test('something else that answers there is no service', async () => {
    const other = createServer((_request, response) => response.end('<html>')).listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    const answer = await runLine(['policy', 'list', '--url', `http://127.0.0.1:${port}`], { env })
    expect(answer.err).toContain('CANDOR_SERVICE_UNREACHABLE')
    other.close()
    other.closeAllConnections()
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveLines, type ServedLines } from '../testing/serve-lines.js'

const TYPE = ['explain', 'IMSent', '--os', 'Windows', '--client'] as const
const OWN = ['--organisation', 'contoso.com'] as const

let lines: ServedLines
/** What an admin gives. */
let env: Readonly<Record<string, string>>

beforeAll(async () => {
  lines = await serveLines()
  env = { CANDOR_TOKEN: lines.token }
  const set = ['policy', 'set', 'DisableAutomaticSendTracing', 'true', ...OWN]
  await lines.run(set)
})
afterAll(() => lines.close())

describe('candor explain with a token', () => {
  test.each(['en', 'es'])('says in %s what it says to a device with a key', async (lang) => {
    const words = [...TYPE, 'desktop', ...OWN, '--lang', lang]
    const asAdmin = await lines.run(words, { env: { ...env, CANDOR_DEMO_KEY: 'opens nothing' } })
    expect(asAdmin).toMatchObject({ exitCode: 0, err: '' })
    expect(asAdmin.out).toContain('DisableAutomaticSendTracing (in-band)')
    expect(await lines.run([...words, '--key', 'demo'], { env })).toEqual(asAdmin)
  })

  test('knows the pool that hosts a meeting with its site, and the user’s choice', async () => {
    const pool = { fqdn: 'pool01.contoso.com', organisation: 'contoso.com', site: 'Dublin' }
    const answer = await fetch(`${lines.service.url}/api/pools`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${env['CANDOR_TOKEN']}`, 'content-type': 'application/json' },
      body: JSON.stringify(pool),
    })
    expect(answer.status).toBe(200)
    const guest = await lines.run([...TYPE, 'meetings-app', '--pool', pool.fqdn], { env })
    expect(guest.out).toContain('in a meeting at pool01.contoso.com, Dublin')
    const crash = ['explain', 'error.Crash', '--os', 'Linux', '--client', 'desktop', '--consent']
    expect((await lines.run([...crash, 'Granted'], { env })).out).toContain('Collected.')
    expect((await lines.run([...crash, 'denied'], { env })).out).toContain('Not collected.')
  })

  test('does not ask about a site', async () => {
    const answer = await lines.run([...TYPE, 'meetings-app', '--site', 'Dublin'], { env })
    expect(answer).toMatchObject({ exitCode: 2, out: '' })
  })

  test('tells a refusal with its code', async () => {
    const answer = await lines.run([...TYPE, 'desktop'], { env: { CANDOR_TOKEN: 'wrong' } })
    expect(answer).toMatchObject({ exitCode: 1, out: '' })
    expect(answer.err).toContain('CANDOR_TOKEN_REFUSED')
  })
})

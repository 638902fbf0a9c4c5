import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveLines, type ServedLines } from '../testing/serve-lines.js'

const PASSWORD = 'a sentence that is long enough'

let lines: ServedLines

beforeAll(async () => {
  lines = await serveLines()
})
afterAll(() => lines.close())

const run = (line: string) => lines.run(line.split(' '))

const post = (path: string, body: object) =>
  fetch(`${lines.service.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: lines.service.url },
    body: JSON.stringify(body),
  })

const join = (link: string, name: string) =>
  post('/api/invitation/acceptance', { token: link.split('#')[1], name, password: PASSWORD })

const signIn = async (email: string): Promise<number> =>
  (await post('/api/session', { email, password: PASSWORD })).status

describe('candor person', () => {
  test('invites somebody, who joins by the link', async () => {
    await run('organisation add contoso.com')
    expect((await run('person list')).out).toBe('Nobody has an account.\n')
    const invited = await run(
      'person invite ana@contoso.com --role organisation-admin --organisation contoso.com --days 2',
    )
    expect({ err: invited.err, exitCode: invited.exitCode }).toEqual({ err: '', exitCode: 0 })
    const [link = '', told = ''] = invited.out.split('\n')
    expect(told).toContain('makes an account for ana@contoso.com until 2')
    expect((await join(link, 'Ana')).status).toBe(201)
    expect((await run('person invitations --lang es')).out).toMatch(
      /ana@contoso\.com +organisation-admin +contoso\.com +aceptada/,
    )
    expect((await run('person list --lang es')).out).toMatch(
      /ana@contoso\.com +Ana +organisation-admin +contoso\.com +activa +desactivado/,
    )
  })

  test('changes a role, lets somebody in no more, and again', async () => {
    expect((await run('person role Ana@contoso.com auditor')).out).toBe(
      'ana@contoso.com is now auditor; their sessions ended.\n',
    )
    expect(await signIn('ana@contoso.com')).toBe(200)
    expect((await run('person remove ana@contoso.com --lang es')).out).toContain('ya no puede entrar')
    expect(await signIn('ana@contoso.com')).toBe(401)
    expect((await run('person restore ana@contoso.com')).exitCode).toBe(0)
    expect(await signIn('ana@contoso.com')).toBe(200)
    expect(await lines.data(['person', 'list'])).toMatchObject({
      people: [{ email: 'ana@contoso.com', role: 'auditor', organisation: null, state: 'active' }],
    })
  })

  test('an invitation that was revoked opens nothing', async () => {
    const words = ['person', 'invite', 'ben@contoso.com', '--role', 'analyst']
    const { id, link } = (await lines.data(words)) as { readonly id: string; readonly link: string }
    expect((await run(`person uninvite ${id}`)).out).toContain('its link opens nothing')
    expect((await join(link, 'Ben')).status).toBe(410)
    expect((await run(`person uninvite ${id}`)).exitCode).toBe(1)
  })

  test('the last operator stays', async () => {
    const [link] = (await run('person invite olivia@candor.example --role operator')).out.split('\n')
    await join(link ?? '', 'Olivia')
    const { exitCode, err } = await run('person remove olivia@candor.example')
    expect(exitCode).toBe(1)
    expect(err).toContain('CANDOR_LAST_OPERATOR')
  })

  test.each([
    ['person invite ana@contoso.com', 2],
    ['person invite ana@contoso.com --role king', 2],
    ['person invite ana@contoso.com --role analyst --days 31', 2],
    ['person invite ana@contoso.com --role organisation-admin', 1],
    ['person invite nobody --role analyst', 1],
    ['person role nobody@contoso.com analyst', 1],
    ['person role ana@contoso.com king', 2],
    ['person remove nobody@contoso.com', 1],
  ])('%s ends with %i', async (line, exitCode) => {
    expect(await run(line)).toMatchObject({ exitCode, out: '' })
  })
})

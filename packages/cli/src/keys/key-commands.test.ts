import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveLines, type ServedLines } from '../testing/serve-lines.js'

let lines: ServedLines

beforeAll(async () => {
  lines = await serveLines()
})
afterAll(() => lines.close())

const statusOf = async (key: string): Promise<number> => {
  const query = new URLSearchParams({ key, org: 'contoso.com', pool: '' }).toString()
  return (await fetch(`${lines.service.url}/v1/policy?${query}`)).status
}

const made = async (...words: readonly string[]) =>
  (await lines.data(['key', ...words])) as { readonly id: string; readonly key: string }

describe('candor key', () => {
  test('makes a key that opens the service, shows it once, and lists it without it', async () => {
    expect((await lines.run(['key', 'list'])).out).toBe('No key was made yet.\n')
    const { out, err, exitCode } = await lines.run(['key', 'make', 'Desktop'])
    expect({ err, exitCode }).toEqual({ err: '', exitCode: 0 })
    const [key = '', told = ''] = out.split('\n')
    expect(told).toMatch(/^This is key \S+\. It is shown this once: keep it\.$/)
    expect(await statusOf(key)).toBe(200)
    const listed = await lines.run(['key', 'list', '--lang', 'es'])
    expect(listed.out).toMatch(/Desktop +activa .* command line/)
    expect(listed.out).not.toContain(key)
  })

  test('rotates: both keys open it for the overlap, which 0 leaves out', async () => {
    const former = await made('make', 'Rotated')
    const next = await made('rotate', former.id, '--overlap', '2d')
    expect([await statusOf(former.key), await statusOf(next.key)]).toEqual([200, 200])
    expect(next).toMatchObject({ former: { id: former.id } })
    const last = await made('rotate', next.id, '--overlap', '0')
    expect([await statusOf(next.key), await statusOf(last.key)]).toEqual([401, 200])
    const { out } = await lines.run(['key', 'rotate', last.id, '--lang', 'es'])
    expect(out).toContain(`La clave anterior ${last.id} vale hasta 2`)
  })

  test('revokes where that is confirmed, and at once', async () => {
    const { id, key } = await made('make', 'Revoked')
    const declined = await lines.run(['key', 'revoke', id], { input: 'n\n' })
    expect(declined).toMatchObject({ exitCode: 1, out: '' })
    expect(declined.err).toContain('CANDOR_CHANGE_DECLINED')
    expect(await statusOf(key)).toBe(200)
    expect(await lines.run(['key', 'revoke', id], { input: 'yes\n' })).toMatchObject({ exitCode: 0 })
    expect(await statusOf(key)).toBe(401)
    const again = await lines.run(['key', 'revoke', id, '--yes'])
    expect(again).toMatchObject({ exitCode: 1, out: '' })
    expect(again.err).toContain('CANDOR_NOT_FOUND')
  })

  test.each([
    [['key', 'make'], 2],
    [['key', 'rotate', 'some', '--overlap', '30m'], 2],
    [['key', 'rotate', 'some', '--overlap', 'long'], 2],
    [['key', 'list', '--product', 'none'], 1],
  ])('%j ends with %i', async (words, exitCode) => {
    expect(await lines.run(words)).toMatchObject({ exitCode, out: '' })
  })

  test('a token that opens nothing is refused', async () => {
    const { exitCode, err } = await lines.run(['key', 'list'], { env: { CANDOR_TOKEN: 'wrong' } })
    expect(exitCode).toBe(1)
    expect(err).toContain('CANDOR_TOKEN_REFUSED')
  })
})

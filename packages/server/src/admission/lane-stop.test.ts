import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startAdmissionService } from '../testing/admission-service.js'

let service: Awaited<ReturnType<typeof startAdmissionService>>

beforeAll(async () => {
  service = await startAdmissionService()
})
afterAll(() => service.stop())

const stop = (body: object) => service.asOperator('PUT', '/api/lane-stops', body)
const later = (seconds: number): string => new Date(service.clock.millis + seconds * 1000).toISOString()
const usage = () => service.send('usage', [service.reportOf('usage', { IMSent: 1 })])

describe('a stopped lane', () => {
  test('takes nothing until its end, the other lanes go on', async () => {
    const until = later(7200)
    expect((await stop({ category: 'usage', until })).body).toEqual({
      changed: { product: 'skype-teams', category: 'usage', until },
    })
    expect(await usage()).toMatchObject({
      status: 503,
      retryAfter: '7200',
      body: { code: 'CANDOR_LANE_STOPPED' },
    })
    expect((await service.send('census', [service.reportOf('census', { SignInAttempts: 1 })])).status).toBe(
      200,
    )
    expect(await service.balance('usage')).toMatchObject({ received: 0, pending: 0 })
    service.clock.millis += 7_200_000
    expect((await usage()).status).toBe(200)
    expect((await service.asOperator('GET', '/api/lane-stops')).body).toEqual({ stops: [] })
  })

  test('is answered before its body comes', async () => {
    await stop({ category: 'error', until: later(60) })
    const { hostname, port } = new URL(service.url())
    const socket = connect(Number(port), hostname)
    socket.write('POST /v1/errors?key=demo HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{')
    const [answer] = (await once(socket, 'data')) as [Buffer]
    expect(answer.toString()).toMatch(/^HTTP\/1.1 503 [^]*retry-after: 60\r\n/i)
    socket.destroy()
    await stop({ category: 'error', until: null })
    expect((await service.send('error', [])).status).toBe(200)
  })

  test('stays stopped over a restart; devices come again after 7 days at the latest', async () => {
    const until = later(30 * 86_400)
    await stop({ product: 'skype-teams', category: 'usage', until })
    await service.restart()
    expect((await usage()).retryAfter).toBe(String(7 * 86_400))
    expect((await service.asOperator('GET', '/api/lane-stops')).body).toEqual({
      stops: [{ product: 'skype-teams', category: 'usage', until }],
    })
    await stop({ category: 'usage', until: null })
    expect((await usage()).status).toBe(200)
  })

  test.each([
    [{ category: 'all', until: '2027-01-01T00:00:00Z' }, 422, 'CANDOR_SETTING_REFUSED'],
    [{ category: 'usage', until: '2020-01-01T00:00:00Z' }, 422, 'CANDOR_SETTING_REFUSED'],
    [{ category: 'usage', until: 'tomorrow' }, 422, 'CANDOR_SETTING_REFUSED'],
    [{ category: 'usage' }, 422, 'CANDOR_SETTING_REFUSED'],
    [{ product: 'none', category: 'usage', until: null }, 404, 'CANDOR_NOT_FOUND'],
  ])('%j is refused with %i', async (body, status, code) => {
    expect(await stop(body)).toMatchObject({ status, body: { code } })
  })

  test('is an operator’s to order and to see', async () => {
    expect((await service.ask('/api/lane-stops')).status).toBe(401)
    const init = { method: 'PUT', body: '{}', headers: { 'content-type': 'application/json' } }
    expect((await service.ask('/api/lane-stops', init)).status).toBe(401)
  })
})

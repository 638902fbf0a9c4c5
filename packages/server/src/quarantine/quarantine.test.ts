import { randomUUID } from 'node:crypto'
import { definePractices, type Practices } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { refusedIn, startAdmissionService } from '../testing/admission-service.js'

let service: Awaited<ReturnType<typeof startAdmissionService>>

beforeEach(async () => {
  service = await startAdmissionService()
})
afterEach(() => service.stop())

const label = { en: 'Polls', es: 'Encuestas' }

/** The practices of a later version, which know one data type more in census and in usage. */
const next: Practices = definePractices({
  ...skypeTeams,
  version: 2,
  dataTypes: {
    ...skypeTeams.dataTypes,
    census: { ...skypeTeams.dataTypes.census, PollsOpen: { kind: 'count', label, example: '1', since: 2 } },
    usage: { ...skypeTeams.dataTypes.usage, PollsMade: { kind: 'count', label, example: '3', since: 2 } },
  },
})

interface Group {
  readonly id: string
  readonly code: string
  readonly kept: number
  readonly count: number
  readonly [fact: string]: unknown
}

const quarantine = async () => {
  const { body } = await service.asOperator('GET', '/api/quarantine?product=skype-teams')
  return { text: JSON.stringify(body), groups: body['groups'] as readonly Group[], body }
}
const replay = async () =>
  (await service.asOperator('POST', '/api/quarantine/replay', { product: 'skype-teams' })).body
const expectConserved = async (category: 'census' | 'usage' | 'error'): Promise<void> => {
  const balance = await service.balance(category)
  const { received, stored, duplicate, pending } = balance
  expect(received).toBe(stored + duplicate + pending + refusedIn(balance))
}
const rowsOf = async (lane: string): Promise<readonly Record<string, unknown>[]> => {
  await service.settle()
  const answer = await fetch(`${service.url()}/api/export/${lane}`, { headers: service.asOperatorHeaders() })
  return (await answer.text())
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

describe('the shape of refused reports', () => {
  test('names what is wrong, how often, since when and for whom, without values', async () => {
    const wrong = [
      service.reportOf('usage', { IMSent: 'amosmarble@contoso.com', CallMinutes: 5 }),
      service.reportOf('usage', { IMSent: 'carmen' }),
    ]
    await service.send('usage', wrong, { org: 'contoso.com' })
    service.clock.millis += 3_600_000
    await service.send('usage', [service.reportOf('usage', { IMSent: -1 })])
    const { groups, text } = await quarantine()
    expect(groups).toEqual([
      {
        id: expect.stringMatching(/^[\w-]{12}$/) as string,
        category: 'usage',
        code: 'CANDOR_VALUE_REFUSED',
        practicesVersion: 1,
        client: 'desktop',
        os: 'Windows',
        dataType: 'IMSent',
        count: 3,
        firstSeen: '2026-11-22T12:00:00Z',
        lastSeen: '2026-11-22T13:00:00Z',
        kept: 0,
        sample: {
          fields: [
            { name: 'id', kind: 'text', size: 36 },
            { name: 'from', kind: 'text', size: 20 },
            { name: 'to', kind: 'text', size: 20 },
            { name: 'data', kind: 'object', size: 2 },
          ],
          data: [
            { name: 'IMSent', kind: 'text', size: 22 },
            { name: 'CallMinutes', kind: 'whole-number' },
          ],
        },
      },
    ])
    expect(text).not.toMatch(/amosmarble|contoso|carmen/)
  })

  test('leaves out every word that is not known here or has no name’s form', async () => {
    const strange = {
      'amos@contoso.com': 1,
      'B0A1C2D3-0000-4000-8000-000000000000': 2,
      Phone4255550100: 3,
      b0a1c2d3e4f5a6b7c8d9e0f1a2b3c4d5: 4,
      NewThing: 5,
    }
    const from = { client: 'amosmarble', os: 'amosmarble', practices: 'amosmarble@2' }
    await service.send('usage', [service.reportOf('usage', strange)], from)
    await service.send('error', [null, 'amosmarble', 7, [service.url()]])
    const { groups, text } = await quarantine()
    expect(text).not.toMatch(/amos|contoso|B0A1|b0a1|4255/)
    expect(groups.find(({ code }) => code === 'CANDOR_PRACTICES_UNKNOWN')).toMatchObject({
      practicesVersion: 0,
      client: '',
      os: '',
      sample: {
        data: [1, 2, 3, 4, 5].map((at) => ({ ...(at === 5 && { name: 'NewThing' }), kind: 'whole-number' })),
      },
    })
    expect(groups.find(({ category }) => category === 'error')).toMatchObject({
      code: 'CANDOR_REPORT_MALFORMED',
      count: 4,
      sample: { fields: [{ name: 'report', kind: 'null' }], data: [] },
    })
  })

  test('keeps no name of an error that the practices do not know: a raw id may stand there', async () => {
    const reports = [
      service.reportOf('error', { UserID: 'amosmarble', amosmarble: 1, ErrorCode: '0x1' }),
      { ...service.reportOf('error', { ErrorCode: '0x1' }), carmen: 1 },
    ]
    await service.send('error', reports)
    const { groups, text } = await quarantine()
    expect(text).not.toMatch(/amos|carmen/)
    expect(groups.map(({ dataType }) => dataType)).toEqual(['', ''])
    expect(text).toMatch(/"name":"UserID","kind":"text","size":10/)
  })

  test('keeps nothing of what an organisation forbids', async () => {
    const forbid = { organisation: 'closed.com', control: 'DisableAutomaticSendTracing', scope: 'in-band' }
    await service.asOperator('PUT', '/api/settings', { product: 'skype-teams', ...forbid, value: true })
    const org = { org: 'closed.com' }
    await service.send('usage', [service.reportOf('usage', { IMSent: 1 })], org)
    expect((await quarantine()).groups).toEqual([])
    await service.send('usage', [service.reportOf('usage', { PollsMade: 1 })], org)
    await service.send('usage', [service.reportOf('usage', { PollsMade: 1 })], {
      ...org,
      practices: 'skype-teams@2',
    })
    expect((await quarantine()).groups.map(({ kept }) => kept)).toEqual([0, 0])
  })

  test('stays within its bounds: the groups that were not seen for the longest go, and are counted', async () => {
    const sendNew = (sent: number) => {
      const names = Array.from({ length: 10 }, (_, at) => `New${sent}x${at}`)
      return service.send(
        'usage',
        names.map((name) => service.reportOf('usage', { [name]: 1 })),
      )
    }
    for (let sent = 0; sent < 30; sent += 1) {
      service.clock.millis += 3_600_000
      await sendNew(sent)
    }
    const { groups, body } = await quarantine()
    expect(groups.length).toBeLessThanOrEqual(256)
    expect(groups.length + Number(body['droppedGroups'])).toBe(300)
    expect(groups[0]?.['dataType']).toMatch(/^New29x/)
    expect(groups.some(({ dataType }) => dataType === 'New0x0')).toBe(false)
    expect(await service.balance('usage')).toMatchObject({ refused: { CANDOR_DATA_TYPE_UNKNOWN: 300 } })
  })

  test('is cleared by group or as a whole; what was refused stays so', async () => {
    await service.send('usage', [service.reportOf('usage', { A: 1 }), service.reportOf('usage', { B: 1 })])
    const { groups } = await quarantine()
    const clear = (query: string) =>
      service.asOperator('DELETE', `/api/quarantine?product=skype-teams${query}`)
    expect((await clear(`&id=${groups[0]?.id}`)).body).toMatchObject({ cleared: 1 })
    expect((await clear(`&id=${groups[0]?.id}`)).status).toBe(404)
    expect((await clear('')).body).toMatchObject({ cleared: 1 })
    expect((await quarantine()).groups).toEqual([])
    expect(await service.balance('usage')).toMatchObject({ refused: { CANDOR_DATA_TYPE_UNKNOWN: 2 } })
  })

  test('is for operators alone', async () => {
    for (const [method, path] of [
      ['GET', ''],
      ['DELETE', ''],
      ['POST', '/replay'],
    ] as const)
      expect((await service.ask(`/api/quarantine${path}`, { method })).status).toBe(401)
  })
})

describe('reports of practices that come later', () => {
  const future = { practices: 'skype-teams@2' }

  test('are admitted at the start that brings them: from refused to stored, each counting once', async () => {
    const early = service.reportOf('usage', { IMSent: 2, PollsMade: 3, FederationPartner: 'fabrikam.com' })
    const unknown = service.reportOf('usage', { PollsMade: 4 })
    const census = service.reportOf('census', { PollsOpen: 1, DeviceID: randomUUID(), AppName: 'Amos' })
    expect((await service.send('usage', [early], { ...future, org: 'contoso.com' })).status).toBe(422)
    expect((await service.send('usage', [unknown])).body).toMatchObject({ accepted: 0 })
    expect((await service.send('census', [census], future)).status).toBe(422)
    expect((await quarantine()).groups.map(({ kept }) => kept)).toEqual([1, 1, 1])
    expect(await replay()).toMatchObject({ admitted: 0, waiting: 3 })
    await service.restart([next])
    await service.settle()
    expect(await service.balance('usage')).toMatchObject({ received: 2, stored: 2, refused: {}, pending: 0 })
    expect(await service.balance('census')).toMatchObject({ received: 1, stored: 1, refused: {} })
    expect((await quarantine()).groups.map(({ kept, count }) => [kept, count])).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
    ])
    expect((await service.send('usage', [early, unknown], future)).body).toMatchObject({
      accepted: 0,
      duplicate: 2,
    })
    expect(await replay()).toMatchObject({ admitted: 0, duplicate: 0, waiting: 0 })
    await expectConserved('usage')
    const rows = await rowsOf('usage')
    expect(rows.map((row) => row['PollsMade']).toSorted((a, b) => Number(a) - Number(b))).toEqual([3, 4])
    expect(rows.find((row) => row['PollsMade'] === 3)).toMatchObject({
      IMSent: 2,
      origin_org: 'contoso.com',
    })
    expect(JSON.stringify([rows, await rowsOf('census')])).not.toMatch(/fabrikam|Amos/)
  })

  test('count once where the device sends them again before they are replayed', async () => {
    const report = service.reportOf('usage', { PollsMade: 3 })
    await service.send('usage', [report], future)
    await service.send('usage', [report], future)
    expect((await quarantine()).groups).toMatchObject([{ count: 2, kept: 1 }])
    await service.restart([next])
    expect(await service.balance('usage')).toMatchObject({
      received: 2,
      refused: { CANDOR_PRACTICES_UNKNOWN: 1 },
    })
    await expectConserved('usage')
  })

  test('stay refused where they are too old by then, or forbidden since', async () => {
    await service.send('usage', [service.reportOf('usage', { PollsMade: 3 })], {
      ...future,
      org: 'closed.com',
    })
    const old = service.reportOf('census', { PollsOpen: 1 })
    await service.send('census', [{ ...old, from: '2026-10-10', to: '2026-10-10' }], future)
    const forbid = { organisation: 'closed.com', control: 'DisableAutomaticSendTracing', scope: 'in-band' }
    await service.asOperator('PUT', '/api/settings', { product: 'skype-teams', ...forbid, value: true })
    service.clock.millis += 5 * 86_400_000
    await service.restart([next])
    expect((await quarantine()).groups.map(({ kept }) => kept)).toEqual([0, 0])
    expect(await service.balance('usage')).toMatchObject({
      refused: { CANDOR_PRACTICES_UNKNOWN: 1 },
      pending: 0,
    })
    expect(await service.balance('census')).toMatchObject({
      refused: { CANDOR_PRACTICES_UNKNOWN: 1 },
      pending: 0,
    })
  })

  test('are never errors, and at most 100 a group', async () => {
    await service.send('error', [service.reportOf('error', { ErrorCode: '0x1' })], future)
    const reports = Array.from({ length: 150 }, () => service.reportOf('usage', { PollsMade: 1 }))
    await service.send('usage', reports, future)
    const kept: unknown = Object.fromEntries(
      (await quarantine()).groups.map((group) => [group['category'], group.kept]),
    )
    expect(kept).toEqual({ error: 0, usage: 100 })
    await service.restart([next])
    expect(await service.balance('usage')).toMatchObject({
      received: 150,
      refused: { CANDOR_PRACTICES_UNKNOWN: 50 },
    })
    await expectConserved('usage')
  })

  test('go with an erasure of their random ids; of a device or a user they hold nothing', async () => {
    const device = randomUUID().toUpperCase()
    const mine = service.reportOf('census', { PollsOpen: 1, DeviceID: device, UserID: 'A'.repeat(43) })
    await service.send('census', [mine], future)
    const erase = async (body: object) => {
      const init = { method: 'POST', body: JSON.stringify({ v: 1, category: 'census', ...body }) }
      const { body: answer } = await service.ask('/v1/subject/erasure?key=demo', init)
      const done = () => service.ask(`/v1/subject/erasure/${String(answer['request'])}?key=demo`)
      await expect.poll(async () => (await done()).body['state'], { timeout: 10_000 }).toBe('done')
    }
    await erase({ device })
    expect((await quarantine()).groups).toMatchObject([{ kept: 1 }])
    await erase({ reports: [mine.id] })
    expect((await quarantine()).groups).toMatchObject([{ kept: 0, count: 1 }])
    await service.restart([next])
    expect(await service.balance('census')).toMatchObject({
      pending: 0,
      refused: { CANDOR_PRACTICES_UNKNOWN: 1 },
    })
  })
})

import { DATA_CATEGORIES, type DataCategory } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusedIn, startAdmissionService } from '../testing/admission-service.js'

// Through the service itself, since the outcome of a report is what is counted there.

const PER_MINUTE = 60_000

let service: Awaited<ReturnType<typeof startAdmissionService>>

beforeAll(async () => {
  service = await startAdmissionService({ limits: { keyReportsPerSecond: 0.5, addressRequestsPerSecond: 0 } })
})
afterAll(() => service.stop())

const names = fc.constantFrom(
  ...Object.keys(skypeTeams.dataTypes.usage),
  'NewThing',
  '__proto__',
  'a b',
  'UserID',
)
const data = fc.dictionary(names, fc.oneof(fc.nat(), fc.jsonValue()), { maxKeys: 4 })
const times = fc.constantFrom(
  '2026-11-22',
  '2026-11-22T12:00:00Z',
  '2027-01-01T00:00:00Z',
  '2020-01-01',
  'now',
)
const report = fc.record(
  {
    id: fc.oneof(fc.uuid(), fc.constantFrom('0f8fad5b-d9cb-469f-a165-70867728950e', 'none')),
    from: times,
    to: times,
    data: fc.oneof(data, fc.jsonValue()),
    decision: fc.oneof(fc.jsonValue(), fc.record({ control: fc.string(), source: fc.string() })),
  },
  { requiredKeys: ['id', 'from', 'to', 'data'] },
)
const goodReport = fc.record({
  id: fc.uuid(),
  data: fc.dictionary(fc.constant('SignInAttempts'), fc.nat(), { minKeys: 1 }),
})
const envelope = fc.record(
  {
    practices: fc.oneof(fc.constantFrom('skype-teams@1', 'skype-teams@2', 'shop@1'), fc.string()),
    client: fc.oneof(fc.constantFrom('desktop', 'meetings-app'), fc.string()),
    os: fc.constantFrom('Windows', 'Plan 9'),
    org: fc.oneof(fc.constant('contoso.com'), fc.string()),
    pool: fc.jsonValue(),
  },
  { requiredKeys: ['client', 'os'] },
)
const category = fc.constantFrom(...DATA_CATEGORIES)

const balances = async (): Promise<readonly number[]> => {
  const found: number[] = []
  for (const each of DATA_CATEGORIES) {
    const balance = await service.balance(each)
    const { received, stored, duplicate, pending } = balance
    expect(received, each).toBe(stored + duplicate + pending + refusedIn(balance))
    found.push(received)
  }
  return found
}

const receivedOf = async (each: DataCategory): Promise<number> => (await service.balance(each)).received

const outcomesIn = (body: Readonly<Record<string, unknown>>): number =>
  Number(body['accepted']) + Number(body['duplicate']) + (body['refused'] as readonly object[]).length

describe('admission', () => {
  test(
    'gives each report of any request exactly one outcome, and never fails',
    { timeout: 60_000 },
    async () => {
      const reports = fc.array(fc.oneof(report, fc.jsonValue()), { maxLength: 6 })
      const property = fc.asyncProperty(category, envelope, reports, async (lane, around, sent) => {
        service.clock.millis += PER_MINUTE
        const before = await receivedOf(lane)
        const { status, body } = await service.send(lane, sent, around)
        expect([200, 400, 422]).toContain(status)
        expect(status === 200 ? outcomesIn(body) : sent.length).toBe(sent.length)
        expect((await receivedOf(lane)) - before).toBe(sent.length)
        await balances()
      })
      await fc.assert(property, { numRuns: 150 })
    },
  )

  test('takes any JSON for a body', async () => {
    const property = fc.asyncProperty(category, fc.jsonValue(), async (lane, body) => {
      service.clock.millis += PER_MINUTE
      const path = { census: '/v1/census', usage: '/v1/usage', error: '/v1/errors' }[lane]
      const { status } = await service.ask(`${path}?key=demo`, { method: 'POST', body: JSON.stringify(body) })
      expect([400, 422]).toContain(status)
    })
    await fc.assert(property, { numRuns: 100 })
    await balances()
  })

  test(
    'counts exactly over any sequence of good, refused, repeated, limited and stored reports',
    {
      timeout: 60_000,
    },
    async () => {
      const action = fc.oneof(
        fc.record({ kind: fc.constant('good' as const), reports: fc.array(goodReport, { maxLength: 5 }) }),
        fc.record({ kind: fc.constant('refused' as const), reports: fc.array(report, { maxLength: 5 }) }),
        fc.record({
          kind: fc.constantFrom('repeated' as const, 'limited' as const, 'stored' as const),
        }),
      )
      const day = '2026-11-22'
      let limited = 0
      const act = async (sent: readonly unknown[], practices: string): Promise<number> => {
        const { status } = await service.send('census', sent, { practices })
        if (status === 429) limited += 1
        return status === 429 ? 0 : sent.length
      }
      let last: readonly unknown[] = []
      let received = await receivedOf('census')
      const run = async (each: typeof action extends fc.Arbitrary<infer A> ? A : never): Promise<void> => {
        service.clock.millis += each.kind === 'limited' ? 0 : 20 * 1000
        if (each.kind === 'good') last = each.reports.map((good) => ({ ...good, from: day, to: day }))
        if (each.kind === 'refused') last = each.reports
        if (each.kind === 'stored') await service.settle()
        else received += await act(last, each.kind === 'refused' ? 'skype-teams@2' : 'skype-teams@1')
      }
      // Back to the day of the reports.
      service.clock.millis = Date.parse('2026-11-22T12:20:00Z') + 12 * 3_600_000
      const property = fc.asyncProperty(
        fc.array(action, { minLength: 5, maxLength: 12 }),
        async (actions) => {
          for (const each of actions) await run(each)
          expect((await balances())[0]).toBe(received)
        },
      )
      await fc.assert(property, { numRuns: 25 })
      expect(limited).toBeGreaterThan(0)
    },
  )
})

import { DATA_CATEGORIES, type ReportId } from '@candor/practices'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkedJson } from './checked-json.js'
import { recordCodec } from './record-codec.js'
import { columnsOf, entriesOf } from './report-columns.js'
import type { AdmittedReport, SpoolEntry } from './spool-entry.js'

const NAMES = ['Tally', 'Spent', 'Mode', 'Uses', 'Fault', 'Lines', 'Figures', 'Who']

const word = fc.string({ unit: 'grapheme', maxLength: 12 })
const value = fc.oneof(
  fc.nat(),
  fc.constantFrom(4_294_967_294, 4_294_967_295, 4_294_967_296, 0.5, -1),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  word,
  fc.uuid(),
  fc.dictionary(word, fc.nat(), { maxKeys: 3 }),
  fc.array(fc.record({ beforeMillis: fc.nat(), level: fc.constantFrom('info', 'error'), message: word })),
)
const report: fc.Arbitrary<AdmittedReport> = fc
  .record(
    {
      id: fc.uuid().map((id) => id as ReportId),
      fromMillis: fc.nat(),
      toMillis: fc.nat(),
      data: fc.dictionary(fc.constantFrom(...NAMES), value, { noNullPrototype: true }),
      decision: fc.record({ control: word, source: word }),
    },
    { requiredKeys: ['id', 'fromMillis', 'toMillis', 'data'] },
  )
  .map(({ decision, ...others }) => ({ ...others, ...(decision && { decision }) }))
const entryIn = (category: SpoolEntry['category']): fc.Arbitrary<SpoolEntry> =>
  fc.record(
    {
      product: fc.constant('shop'),
      category: fc.constant(category),
      practicesVersion: fc.integer({ min: 1, max: 3 }),
      client: fc.constantFrom('desktop', 'web'),
      os: fc.constantFrom('Windows', 'macOS'),
      org: fc.domain(),
      pool: fc.domain(),
      keyEpoch: fc.integer({ min: 1, max: 2 }),
      receivedMillis: fc.nat(),
      reports: fc.array(report, { minLength: 1, maxLength: 40 }),
    },
    {
      requiredKeys: ['product', 'category', 'practicesVersion', 'client', 'os', 'receivedMillis', 'reports'],
    },
  )
const lane = fc
  .constantFrom(...DATA_CATEGORIES)
  .chain((category) => fc.array(entryIn(category), { minLength: 1, maxLength: 6 }))

/** Reports with what they have of their request, since where one request ended is not kept. */
const flat = (entries: readonly SpoolEntry[]): readonly unknown[] =>
  entries.flatMap(({ reports, ...head }) => reports.map((each) => ({ ...head, ...each })))

// As JSON, which knows no difference between 0 and -0.
const asJson = (entries: readonly SpoolEntry[]): unknown => JSON.parse(JSON.stringify(flat(entries)))

test('reports of any lane come back from a record as they were', () => {
  fc.assert(
    fc.property(lane, (entries) => {
      const bytes = recordCodec.encode(columnsOf(entries))
      expect(asJson(entriesOf(recordCodec.decode(bytes)))).toEqual(asJson(entries))
    }),
    { numRuns: 300 },
  )
})

test('a record of an earlier release, which is a list of entries as JSON, is read', () => {
  fc.assert(
    fc.property(lane, (entries) => {
      const decoded = recordCodec.decode(checkedJson.encode(entries))
      expect(asJson(entriesOf(decoded))).toEqual(asJson(entries))
    }),
  )
})

test('more different words than a dictionary holds come back too', () => {
  const [entry] = fc.sample(entryIn('census'), 1)
  const [first] = entry?.reports ?? []
  if (entry === undefined || first === undefined) throw new Error('no sample')
  const reports = Array.from({ length: 3000 }, (_, at) => ({ ...first, data: { Mode: `mode ${at}` } }))
  const decoded = recordCodec.decode(recordCodec.encode(columnsOf([{ ...entry, reports }])))
  expect(asJson(entriesOf(decoded))).toEqual(asJson([{ ...entry, reports }]))
})

test('a byte that is another is never taken for what was written', () => {
  const [entries = []] = fc.sample(lane, 1)
  const written = recordCodec.encode(columnsOf(entries))
  const places = Array.from({ length: Math.min(written.length, 400) }, (_, at) => at)
  for (const at of places) {
    const damaged = Buffer.from(written)
    damaged[at] = (damaged[at] ?? 0) ^ 0x10
    expect(() => recordCodec.decode(damaged)).toThrow(
      expect.objectContaining({ code: 'CANDOR_SPOOL_DAMAGED' }),
    )
  }
})

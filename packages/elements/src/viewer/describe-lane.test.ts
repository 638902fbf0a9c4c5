import { ERRORS } from '@candor/practices'
import { expect, test } from 'vitest'

import { describeLane, type LaneState } from './describe-lane.js'

const receipt = { v: 1, kind: 'erasure', category: 'usage', erased: 2, signature: 'c2ln' } as const
const describeUsage = (state: LaneState) => describeLane('usage', state, 'en')

test('says nothing before it is asked, and where it stands while it is', () => {
  expect(describeUsage({ kind: 'idle' })).toMatchObject({ text: '', saves: [], rows: '' })
  const texts = (['turn', 'asking', 'stopped'] as const).map((kind) => describeUsage({ kind }).text)
  expect(new Set([...texts, '']).size).toBe(4)
})

test('shows what the service holds, the first of it on the page and all in the file', () => {
  const rows = Array.from({ length: 21 }, (_, index) => ({ IMSent: index }))
  const view = describeUsage({ kind: 'access', outcome: { kind: 'held', rows } })
  expect(view.text).toMatch(/: 21\..*the file has all/)
  expect(JSON.parse(view.rows)).toHaveLength(20)
  expect(view.saves).toHaveLength(1)
  expect(view.saves[0]).toMatchObject({ fileName: 'candor-usage-held.jsonl' })
  expect(view.saves[0]?.text.trimEnd().split('\n')).toHaveLength(21)
  expect(describeUsage({ kind: 'access', outcome: { kind: 'held', rows: [] } })).toMatchObject({
    saves: [],
    rows: '',
  })
})

test('offers each receipt, and says how many reports were erased', () => {
  const outcome = { kind: 'erased', erased: 4, receipts: [receipt, receipt] } as const
  const view = describeUsage({ kind: 'erasure', outcome })
  expect(view).toMatchObject({ text: 'Erased at the service; reports: 4.', tone: 'good' })
  expect(view.saves.map(({ fileName }) => fileName)).toStrictEqual([
    'candor-usage-receipt-1.json',
    'candor-usage-receipt-2.json',
  ])
  expect(JSON.parse(view.saves[0]?.text ?? '')).toStrictEqual(receipt)
})

test('lets the person look again at what is under way, also after a failure', () => {
  const underWay = { kind: 'under-way', requests: ['r'], receipts: [] } as const
  expect(describeUsage({ kind: 'erasure', outcome: underWay }).look?.requests).toStrictEqual(['r'])
  const failed = {
    kind: 'failed',
    fault: { kind: 'unreachable' },
    requests: ['r'],
    receipts: [receipt],
  } as const
  const view = describeUsage({ kind: 'erasure', outcome: failed })
  expect(view).toMatchObject({ tone: 'bad', look: { requests: ['r'] }, saves: [{}] })
  expect(view.text).toContain('could not be reached')
})

test('tells a coded refusal with the code and the way out, and any other by its status', () => {
  const declined = (code: string | undefined): string =>
    describeUsage({
      kind: 'access',
      outcome: { kind: 'failed', fault: { kind: 'declined', status: 503, code } },
    }).text
  expect(declined('CANDOR_BUSY')).toBe(
    `The service declined (CANDOR_BUSY): ${ERRORS.CANDOR_BUSY.title.en}. ${ERRORS.CANDOR_BUSY.remedy.en}`,
  )
  expect(declined(undefined)).toBe('The service declined (503). Ask again later, or ask the app’s makers.')
})

test('says why there is nothing to ask', () => {
  for (const kind of ['access', 'erasure'] as const) {
    expect(describeUsage({ kind, outcome: { kind: 'no-service' } }).text).toContain('nothing was ever sent')
    expect(describeUsage({ kind, outcome: { kind: 'nothing-known' } }).text).toContain('knows of no report')
  }
})

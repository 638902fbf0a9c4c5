import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReportId } from '@candor/practices'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { QuarantineGroup, QuarantineNote } from '../quarantine/quarantine.js'
import { createSpool } from './create-spool.js'
import type { SpoolEntry } from './spool-entry.js'
import type { Spool } from './spool.js'

const LANE = { product: 'skype-teams', category: 'usage' } as const
const CODE = 'CANDOR_PRACTICES_UNKNOWN'
const GROUP: QuarantineGroup = {
  ...LANE,
  code: CODE,
  practicesVersion: 2,
  client: 'desktop',
  os: 'Windows',
  dataType: '',
}
const IDS = Array.from({ length: 6 }, () => randomUUID() as ReportId)

const reportOf = (id: ReportId) => ({ id, fromMillis: 0, toMillis: 0, data: { IMSent: 1 } })
const entryOf = (ids: readonly ReportId[]): SpoolEntry => ({
  ...LANE,
  practicesVersion: 1,
  client: 'desktop',
  os: 'Windows',
  receivedMillis: Date.parse('2026-11-22'),
  reports: ids.map(reportOf),
})
const noteOf = (ids: readonly ReportId[]): QuarantineNote => ({
  group: GROUP,
  count: ids.length,
  seenMillis: 0,
  shape: { fields: [], data: [] },
  kept: ids.map(reportOf),
})

/** Counts as a device, an operator and the loader would see it. */
const createModel = () => {
  const counted = new Set<ReportId>()
  const kept = new Set<ReportId>()
  let [received, refused, duplicate] = [0, 0, 0]
  return {
    expected: () => ({ received, refused, duplicate, held: counted.size, kept: kept.size }),
    good: (id: ReportId): void => {
      received += 1
      if (counted.has(id)) duplicate += 1
      counted.add(id)
    },
    refuse: (id: ReportId): void => {
      received += 1
      refused += 1
      kept.add(id)
    },
    readmit: (id: ReportId): string => {
      if (!kept.delete(id)) return 'gone'
      if (counted.has(id)) return 'duplicate'
      counted.add(id)
      refused -= 1
      return 'admitted'
    },
  }
}

const move = async (spool: Spool): Promise<void> => {
  const cut = await spool.cut(LANE, 100)
  if (cut !== undefined) await spool.release(cut, [])
}

const actions = fc.array(
  fc.record({
    kind: fc.constantFrom('good', 'refuse', 'refuse', 'readmit', 'readmit', 'move', 'reopen'),
    id: fc.constantFrom(...IDS),
  }),
  { minLength: 5, maxLength: 30 },
)

test('received = stored + refused + duplicate + pending over any sequence, and each id is held once', async () => {
  const property = fc.asyncProperty(actions, async (sequence) => {
    const folder = mkdtempSync(join(tmpdir(), 'candor-readmit-'))
    let spool = createSpool({ folder })
    const model = createModel()
    for (const { kind, id } of sequence) {
      const outcome = { seen: 'none', expected: 'none' }
      if (kind === 'good') {
        model.good(id)
        await spool.append(entryOf([id]), { received: 1, refused: {} })
      } else if (kind === 'refuse') {
        model.refuse(id)
        await spool.append(entryOf([]), { received: 1, refused: { [CODE]: 1 } }, [noteOf([id])])
      } else if (kind === 'readmit') {
        outcome.expected = model.readmit(id)
        outcome.seen = await spool.quarantine.readmit({ group: GROUP, report: reportOf(id) }, entryOf([id]))
      } else if (kind === 'move') {
        await move(spool)
      } else {
        await spool.close()
        spool = createSpool({ folder })
      }
      expect(outcome.seen).toBe(outcome.expected)
      const { received, stored, refused, duplicate, pending } = spool.conservation('skype-teams').usage
      const { [CODE]: count = 0 } = refused
      const kept = spool.quarantine.groups('skype-teams')[0]?.kept ?? 0
      expect(received).toBe(stored + count + duplicate + pending)
      expect({ received, refused: count, duplicate, held: stored + pending, kept }).toEqual(model.expected())
    }
    await spool.close()
    rmSync(folder, { recursive: true })
  })
  await fc.assert(property, { numRuns: 60 })
})

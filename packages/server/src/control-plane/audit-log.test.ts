import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { describeEachEngine } from '../testing/control-engines.js'
import { change, type ChangedBy } from './audit-log.js'
import { openControlPlane, type ControlPlane } from './open-control-plane.js'
import { readAuditHead, verifyAudit } from './verify-audit.js'

const BY: ChangedBy = {
  actor: { kind: 'account', id: 'a1', name: 'Ana' },
  address: '192.0.2.7',
  nowMillis: Date.UTC(2026, 10, 30),
}

describeEachEngine('the audit log', ({ place }) => {
  let controlPlane: ControlPlane

  const note = (target: string): Promise<string> =>
    change(controlPlane, BY, async () => ({
      result: target,
      fact: {
        action: 'setting.change',
        target,
        before: null,
        after: { value: true, nested: { b: 1, a: [2] } },
      },
    }))

  beforeEach(async () => {
    controlPlane = await openControlPlane(await place())
    for (const target of ['one', 'two', 'three', 'four']) await note(target)
  })

  afterEach(() => controlPlane.destroy())

  test('an unbroken chain is found intact, and its head is the newest entry', async () => {
    const head = await readAuditHead(controlPlane)
    expect(head).toMatchObject({ sequence: 4, at: '2026-11-30T00:00:00.000Z' })
    expect(await verifyAudit(controlPlane, head)).toEqual({ kind: 'intact', entries: 4, head })
  })

  test('an empty log is intact', async () => {
    const empty = await openControlPlane(await place())
    expect(await verifyAudit(empty)).toMatchObject({ kind: 'intact', entries: 0 })
    await empty.destroy()
  })

  test.each(['target', 'actor_json', 'before_json', 'after_json', 'action', 'address'])(
    'an entry whose %s was altered is found',
    async (column) => {
      const value = column.endsWith('_json') ? '{"kind":"nobody","id":null,"name":"x"}' : 'x'
      await sql`update audit_log set ${sql.ref(column)} = ${value} where sequence = 2`.execute(controlPlane)
      expect(await verifyAudit(controlPlane)).toEqual({ kind: 'broken', sequence: 2, fault: 'altered' })
    },
  )

  test('an entry whose time was altered is found', async () => {
    await sql`update audit_log set at = at + 1 where sequence = 3`.execute(controlPlane)
    expect(await verifyAudit(controlPlane)).toEqual({ kind: 'broken', sequence: 3, fault: 'altered' })
  })

  test('a removed entry is found, also when the others move up', async () => {
    await sql`delete from audit_log where sequence = 2`.execute(controlPlane)
    expect(await verifyAudit(controlPlane)).toEqual({ kind: 'broken', sequence: 2, fault: 'missing' })
    await sql`update audit_log set sequence = sequence - 1 where sequence = 3`.execute(controlPlane)
    expect(await verifyAudit(controlPlane)).toEqual({ kind: 'broken', sequence: 2, fault: 'reordered' })
  })

  test('entries that changed places are found', async () => {
    for (const [from, to] of [
      [2, 20],
      [3, 2],
      [20, 3],
    ])
      await sql`update audit_log set sequence = ${to} where sequence = ${from}`.execute(controlPlane)
    expect(await verifyAudit(controlPlane)).toEqual({ kind: 'broken', sequence: 2, fault: 'reordered' })
  })

  test('a log that was cut off is found by its counter, and by a published head when that was set back too', async () => {
    const head = await readAuditHead(controlPlane)
    await sql`delete from audit_log where sequence = 4`.execute(controlPlane)
    expect(await verifyAudit(controlPlane)).toEqual({ kind: 'broken', sequence: 4, fault: 'truncated' })
    await sql`update revisions set value = 3 where name = 'audit'`.execute(controlPlane)
    expect(await verifyAudit(controlPlane)).toMatchObject({ kind: 'intact', entries: 3 })
    expect(await verifyAudit(controlPlane, head)).toEqual({ kind: 'broken', sequence: 4, fault: 'truncated' })
    await note('another')
    expect(await verifyAudit(controlPlane, head)).toEqual({
      kind: 'broken',
      sequence: 4,
      fault: 'other-head',
    })
  })

  test('a change that fails leaves no entry, and its entry never stands without the change', async () => {
    const failing = change(controlPlane, BY, async (transaction) => {
      await transaction
        .insertInto('sites')
        .values({ organisation: '', name: 'Redmond', revision: 1 })
        .execute()
      throw new Error('refused')
    })
    await expect(failing).rejects.toThrow('refused')
    expect(await controlPlane.selectFrom('sites').selectAll().execute()).toEqual([])
    expect(await verifyAudit(controlPlane)).toMatchObject({ kind: 'intact', entries: 4 })
  })

  test('many writers at once, in several connections, make one chain', async () => {
    await Promise.all(Array.from({ length: 25 }, (_, at) => note(`at once ${at}`)))
    expect(await verifyAudit(controlPlane)).toMatchObject({ kind: 'intact', entries: 29 })
  })
})

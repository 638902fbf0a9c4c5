import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSubjectService } from './testing/subject-service.js'

let world: Awaited<ReturnType<typeof startSubjectService>>
beforeAll(async () => {
  world = await startSubjectService()
})
afterAll(() => world.stop())

test('what a device asks about itself is in the audit log, never whose it is or from where', async () => {
  const id = randomUUID()
  await world.send('usage', { IMSent: 1 }, { id })
  await world.device('access', { category: 'usage', reports: [id] })
  await world.erase({ category: 'usage', reports: [id] })
  const path = '/api/audit-log?action=subject'
  const { status, body } = await world.ask(path, undefined, world.asOperator())
  expect(status).toBe(200)
  const common = {
    actor: { kind: 'nobody', id: null, name: 'a device' },
    address: null,
    target: 'skype-teams',
    before: null,
  }
  expect(body['entries']).toMatchObject([
    {
      ...common,
      action: 'subject.erasure',
      after: { by: 'reports', requests: [{ category: 'usage' }] },
    },
    { ...common, action: 'subject.access', after: { by: 'reports', category: 'usage' } },
  ])
  expect(JSON.stringify(body)).not.toContain(id)
})

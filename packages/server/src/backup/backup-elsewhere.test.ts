import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApiService, type ApiService } from '../testing/api-service.js'
import { describeEachEngine } from '../testing/control-engines.js'

/** What is answered, and how many entries of the audit log tell of it: nothing left the service where it is refused. */
const EXPECTED = {
  sqlite: { status: 200, code: undefined, entries: 1 },
  postgres: { status: 409, code: 'CANDOR_BACKUP_ELSEWHERE', entries: 0 },
} as const

describeEachEngine('a backup', ({ engine, place }) => {
  let api: ApiService
  beforeAll(async () => {
    api = await startApiService(await place())
  }, 60_000)
  afterAll(() => api.close(), 60_000)

  test('is made where the control plane is in a file, and refused where it would miss it', async () => {
    const token = api.operatorToken
    const { status, code } = await api.ask('POST', '/api/backup', { token })
    const { body } = await api.ask('GET', '/api/audit-log?action=data', { token })
    const { length: entries } = body['entries'] as readonly object[]
    expect({ status, code, entries }).toEqual(EXPECTED[engine])
  })
})

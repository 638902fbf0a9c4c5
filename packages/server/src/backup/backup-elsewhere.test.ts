import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApiService, type ApiService } from '../testing/api-service.js'
import { describeEachEngine } from '../testing/control-engines.js'

describeEachEngine('a backup', ({ engine, place }) => {
  let api: ApiService
  beforeAll(async () => {
    api = await startApiService(await place())
  }, 60_000)
  afterAll(() => api.close(), 60_000)

  test('is made where the control plane is in a file, and refused where it would miss it', async () => {
    const token = api.operatorToken
    const asked = await api.ask('POST', '/api/backup', { token })
    const { body: log } = await api.ask('GET', '/api/audit-log?action=data', { token })
    if (engine === 'sqlite') {
      expect(asked).toMatchObject({ status: 200 })
      expect(asked.headers.get('content-type')).toBe('application/x-tar')
      expect(log['entries']).toHaveLength(1)
      return
    }
    expect(asked).toMatchObject({ status: 409, code: 'CANDOR_BACKUP_ELSEWHERE' })
    expect(asked.body['remedy']).toContain('pg_dump')
    // Nothing left the service, so that there is nothing to tell of.
    expect(log['entries']).toEqual([])
  })
})

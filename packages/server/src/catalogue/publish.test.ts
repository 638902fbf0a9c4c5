import type { Practices } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startMovedService } from '../testing/moved-service.js'

let service: Awaited<ReturnType<typeof startMovedService>>
beforeEach(async () => {
  service = await startMovedService(skypeTeams)
})
afterEach(async () => service.close())

const { usage } = skypeTeams.dataTypes
const REACTIONS = {
  kind: 'count',
  label: { en: 'Reactions', es: 'Reacciones' },
  example: '3',
  since: 2,
} as const

const grown = (version: number, more: object = {}): Practices => ({
  ...skypeTeams,
  version,
  dataTypes: { ...skypeTeams.dataTypes, usage: { ...usage, Reactions: REACTIONS } },
  ...more,
})

const publish = async (practices: unknown) => {
  const { status, text } = await service.operator('PUT', '/api/practices/versions', practices as object)
  return { status, body: JSON.parse(text) as Record<string, unknown> }
}

/** Sends reports one after another until told to stop; answers how many were accepted and how many not. */
const startWriter = () => {
  const count = { accepted: 0, refused: 0 }
  const stopped = new AbortController()
  const write = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      const { accepted } = await service.send('usage', { IMSent: 1 })
      if (accepted === 1) count.accepted += 1
      else count.refused += 1
    }
  }
  const ended = Promise.all([write(), write(), write()])
  return async () => {
    stopped.abort()
    await ended
    return count
  }
}

describe('publishing to a running service', () => {
  test('takes effect within two seconds while reports go on coming, none is lost or refused wrongly', async () => {
    await service.send('usage', { IMSent: 7 })
    const stop = startWriter()
    expect(await service.send('usage', { Reactions: 1 }, { version: 2 })).toMatchObject({
      code: 'CANDOR_PRACTICES_UNKNOWN',
    })
    const beganMillis = performance.now()
    expect(await publish(grown(2))).toMatchObject({
      status: 200,
      body: { state: 'published', version: 2, diff: { added: [{ dataType: 'usage.Reactions' }] } },
    })
    expect(await service.send('usage', { Reactions: 4 }, { version: 2 })).toMatchObject({ accepted: 1 })
    expect(await service.get('/v1/practices?key=demo')).toMatchObject({ version: 2 })
    expect(performance.now() - beganMillis).toBeLessThan(2000)
    expect(await service.get('/practices.json?version=1')).toMatchObject({ version: 1 })
    const { accepted, refused } = await stop()
    expect(refused).toBe(0)
    const rows = await service.rows('usage')
    // The report that came too early was kept, and is admitted since.
    expect(rows).toHaveLength(accepted + 3)
    expect(rows.filter((row) => row['Reactions'] === 4 || row['Reactions'] === '4')).toHaveLength(1)
    expect(await service.get('/api/insights/usage?period=month&periods=1')).toMatchObject({
      series: expect.arrayContaining([
        expect.objectContaining({ dataType: 'IMSent', values: [accepted + 7] }),
        expect.objectContaining({ dataType: 'Reactions', values: [5] }),
      ]) as unknown,
    })
  }, 30_000)

  test('is kept over restarts with the earlier configuration, and admits both', async () => {
    await publish(grown(2))
    await service.restart(skypeTeams)
    expect(await service.get('/v1/practices?key=demo')).toMatchObject({ version: 2 })
    for (const version of [1, 2]) {
      expect(await service.send('usage', { IMSent: 1 }, { version })).toMatchObject({ accepted: 1 })
    }
  })

  test('the same definition again changes nothing; another one of a number that was served is refused', async () => {
    await publish(grown(2))
    expect(await publish(grown(2))).toMatchObject({ status: 200, body: { state: 'unchanged' } })
    const summary = { en: 'Another', es: 'Otro' }
    for (const version of [1, 2]) {
      expect(await publish(grown(version, { summary }))).toMatchObject({
        status: 409,
        body: { code: 'CANDOR_PRACTICES_VERSION_TAKEN' },
      })
    }
    expect(await service.get('/practices.json')).toMatchObject({ version: 2, summary: skypeTeams.summary })
  })

  test.each<[string, unknown]>([
    ['no definition', { hello: 1 }],
    ['one without texts', grown(2, { summary: undefined, categories: undefined })],
    [
      'a changed kind',
      grown(2, {
        dataTypes: { ...skypeTeams.dataTypes, usage: { ...usage, IMSent: { ...usage.CallMinutes } } },
      }),
    ],
    [
      'a changed unit',
      grown(2, {
        dataTypes: {
          ...skypeTeams.dataTypes,
          usage: { ...usage, CallMinutes: { ...usage.CallMinutes, unit: 'second' } },
        },
      }),
    ],
    ['another census salt', grown(2, { censusSalt: 'another' })],
    ['no translation', grown(2, { summary: { en: 'Only', es: '' } })],
  ])('%s is refused, and all goes on as before', async (_what, practices) => {
    expect(await publish(practices)).toMatchObject({
      status: 422,
      body: { code: 'CANDOR_PRACTICES_INVALID' },
    })
    expect(await service.get('/practices.json')).toMatchObject({ version: 1 })
    expect(await service.send('usage', { IMSent: 1 })).toMatchObject({ accepted: 1 })
  })

  test('a product that is not served, and one without the token, are refused', async () => {
    expect(await publish(grown(2, { product: 'another' }))).toMatchObject({ status: 404 })
    const { status } = await fetch(new URL('/api/practices/versions', service.url()), {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(grown(2)),
    })
    expect(status).toBe(401)
  })

  test('an address that a published version brings is kept as long as it says, and erasure finds its people', async () => {
    const Office = {
      kind: 'ip-address',
      example: '203.0.113.9',
      retentionDays: 2,
      label: { en: 'Office', es: 'Oficina' },
      since: 2,
    }
    const error = { ...skypeTeams.dataTypes.error, Office }
    await publish(grown(2, { dataTypes: { ...skypeTeams.dataTypes, error } }))
    await service.send('error', { ErrorCode: '1', Office: '198.51.100.77' }, { version: 2 })
    expect(await service.rows('error')).toMatchObject([{ Office: '198.51.100.77' }])
    service.clock.millis += 2 * 86_400_000
    await service.expire()
    expect(await service.rows('error')).toMatchObject([{ Office: '', ErrorCode: '1' }])
  })
})

describe('a data folder of an earlier version', () => {
  test('keeps its rows under added, renamed and removed data types; pages and exports go on', async () => {
    await service.send('usage', { IMSent: 5, CallsMade: 2 })
    const second = grown(2, {
      dataTypes: {
        ...skypeTeams.dataTypes,
        usage: {
          ...usage,
          IMSent: { ...usage.IMSent, label: { en: 'Messages sent', es: 'Mensajes enviados' } },
          Reactions: REACTIONS,
        },
      },
    })
    await service.restart(second)
    await service.send('usage', { IMSent: 1, Reactions: 2 }, { version: 2 })
    const { CallsMade: _gone, ...left } = usage
    const third = grown(3, {
      dataTypes: { ...skypeTeams.dataTypes, usage: { ...left, Reactions: REACTIONS } },
    })
    await service.restart(third)
    await service.send('usage', { IMSent: 3 }, { version: 3 })
    await service.send('usage', { CallsMade: 9 }, { version: 1 })
    const rows = await service.rows('usage')
    const figures = rows.map((row) => [row['IMSent'], row['CallsMade'], row['Reactions']].map(Number).join())
    expect(figures.toSorted()).toEqual(['0,9,0', '1,0,2', '3,0,0', '5,2,0'])
    const { series } = (await service.get('/api/insights/usage')) as {
      series: readonly { dataType: string }[]
    }
    expect(series.map(({ dataType }) => dataType)).not.toContain('CallsMade')
  }, 30_000)
})

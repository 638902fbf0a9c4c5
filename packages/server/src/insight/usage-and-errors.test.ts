import { skypeTeams } from '@candor/practices/skype-teams'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { DAY, label, nowMillis, openWorld, practices, threeDays } from './testing/insight-world.js'

let world: Awaited<ReturnType<typeof openWorld>>

beforeAll(async () => {
  world = await openWorld()
})

afterAll(async () => world.close())

const DAYS = ['2026-11-20', '2026-11-21', '2026-11-22']

test('usage counts what was done, by client and day', async () => {
  const answer = await world.insight.usage(skypeTeams, threeDays)
  expect(answer).toMatchObject({
    product: 'skype-teams',
    category: 'usage',
    periods: DAYS,
    by: { id: 'client' },
    reports: [null, 6, 24],
    groups: [{ value: 'desktop', reports: [null, 6, 24] }],
    notShown: { reports: [0, 0, 0] },
    features: [{ dataType: 'FeatureUse', values: [{ value: 'Whiteboard', counts: [null, 6, 24] }] }],
  })
  expect(answer.series[0]).toEqual({
    dataType: 'IMSent',
    label: label('usage', 'IMSent'),
    unit: '',
    values: [null, 159, 276],
  })
  expect(answer.series.find(({ dataType }) => dataType === 'CallMinutes')).toMatchObject({
    unit: 'minute',
    values: [null, 3, 12],
  })
})

test('a distribution counts what fell into each bucket, also of bounds that it no longer has', async () => {
  const { distributions } = await world.insight.usage(practices, threeDays)
  expect(distributions).toEqual([
    {
      dataType: 'Loads',
      label: { en: 'Loads', es: 'Loads' },
      unit: 'ms',
      buckets: [
        { from: 0, count: 90 },
        { from: 100, count: 15 },
        { from: 1000, count: 0 },
      ],
      total: 105,
    },
  ])
  expect((await world.insight.usage(skypeTeams, threeDays)).distributions).toEqual([])
  const later = { periods: 3, nowMillis: nowMillis + 90 * DAY }
  expect((await world.insight.usage(practices, later)).distributions[0]?.total).toBe(0)
})

describe('errors', () => {
  test('are grouped by their cause; what few users met is not shown', async () => {
    const answer = await world.insight.error(skypeTeams, threeDays)
    expect(answer).toMatchObject({
      category: 'error',
      periods: DAYS,
      by: { id: 'fingerprint' },
      groups: [
        {
          value: expect.stringMatching(/^1:[0-9a-f]{16}$/) as string,
          type: 'TypeError',
          place: 'join (meeting.js:12)',
          code: 'E1',
          affectedUsers: 12,
          firstDay: '2026-11-21',
          lastDay: '2026-11-22',
          // The others of today, of four users, would be the difference of all and of this group.
          reports: [null, null, null],
        },
      ],
      moreGroups: 0,
      userEpochs: 1,
      reports: [null, null, 16],
    })
    expect(JSON.stringify(answer)).not.toMatch(/secret|contoso|amos/)
  })

  test('show their latest reports where enough users met them, without who sent them', async () => {
    const { groups } = await world.insight.error(skypeTeams, threeDays)
    const samples = await world.insight.samples(skypeTeams, groups[0]?.value ?? '')
    expect(samples).toHaveLength(10)
    expect(samples?.[0]).toEqual({
      at: '2026-11-22T09:30:00Z',
      client: 'desktop',
      os: 'Windows',
      practicesVersion: 1,
      data: {
        ErrorCode: 'E1',
        Exception: {
          type: 'TypeError',
          message: 'secret',
          stack: expect.stringContaining('at join') as string,
        },
      },
    })
    const [few = {}] = await world.store.query(
      `SELECT error_fingerprint FROM candor.skype_teams_error WHERE ErrorCode = 'E2' LIMIT 1`,
    )
    expect(await world.insight.samples(skypeTeams, String(few['error_fingerprint']))).toBeUndefined()
  })

  test('are counted by client', async () => {
    expect(await world.insight.error(skypeTeams, { ...threeDays, by: 'client' })).toMatchObject({
      groups: [
        { value: 'desktop', type: '', affectedUsers: null, firstDay: null, reports: [null, null, 16] },
      ],
    })
  })
})

import { skypeTeams } from '@candor/practices/skype-teams'
import { expect, test } from 'vitest'

import { makeReport } from '../store/testing/entries.js'
import { idOf, nowMillis, openWorld, storeTwice, threeDays, USER } from './testing/insight-world.js'

test('measurements of errors stand in ranges that enough users are behind, or nowhere', async ({
  onTestFinished,
}) => {
  const measuring = await openWorld('empty')
  onTestFinished(() => measuring.close())
  const measured = (user: number, figures: object) =>
    makeReport(nowMillis, { UserID: idOf(USER, user), ErrorCode: 'E1', NetworkQuality: figures })
  await storeTwice(measuring.store, 'error', [
    // 6 users with 40 ms, 2 with 150, 7 with 300; 4 of the 15 do not say how much they lose.
    ...Array.from({ length: 6 }, (_, at) => measured(at, { roundTripMillis: 40, packetLossPercent: 0.5 })),
    ...[6, 7].map((at) => measured(at, { roundTripMillis: 150, packetLossPercent: 0 })),
    ...Array.from({ length: 7 }, (_, at) =>
      measured(8 + at, { roundTripMillis: 300, ...(at < 3 && { packetLossPercent: 3 }) }),
    ),
  ])
  const { distributions } = await measuring.insight.error(skypeTeams, threeDays)
  expect(distributions.find(({ dataType }) => dataType === 'NetworkQuality.roundTripMillis')).toEqual({
    dataType: 'NetworkQuality.roundTripMillis',
    label: {
      en: 'Network connection quality: roundTripMillis',
      es: 'Calidad de la conexión de red: roundTripMillis',
    },
    unit: 'ms',
    buckets: [
      { from: 32, count: 6 },
      { from: 128, count: 9 },
    ],
    total: 15,
  })
  expect(
    distributions.filter(({ dataType, total }) => dataType !== 'NetworkQuality.roundTripMillis' && total > 0),
  ).toEqual([])
  const narrowed = await measuring.insight.error(skypeTeams, { ...threeDays, where: ['client:desktop'] })
  expect(narrowed.distributions).toEqual([])
})

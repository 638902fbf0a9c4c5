import type { DataCategory } from '@candor/practices'

import { fakeCensus } from './fake-census.js'
import { fakeErrors } from './fake-errors.js'
import { fakeFrame, type FakeKind, type FakeQuestion } from './fake-frame.js'
import { fakeUsage } from './fake-usage.js'

const ANSWERS = { census: fakeCensus, usage: fakeUsage, error: fakeErrors } as const

const isPeriod = (text: string | null): text is FakeQuestion['period'] =>
  text === 'day' || text === 'week' || text === 'month'

/** The products of the fake service. */
export const FAKE_PRODUCTS = {
  products: [
    {
      product: 'skype-teams',
      version: 3,
      name: { en: 'Skype for Business and Microsoft Teams', es: 'Skype Empresarial y Microsoft Teams' },
      fingerprint: '7d1c9a3fb2e85d4c90ab',
    },
    { product: 'shop', version: 1, name: { en: 'Shop', es: 'Tienda' }, fingerprint: '11aa22bb33cc44dd55ee' },
  ],
}

/** What the contract's answer to a question about a lane looks like, with figures that are the same every time. */
export const fakeInsight = (lane: DataCategory, query: URLSearchParams, kind: FakeKind): object => {
  const period = query.get('period')
  const question: FakeQuestion = {
    lane,
    kind,
    product: query.get('product') ?? 'skype-teams',
    period: isPeriod(period) ? period : 'day',
    periods: Number(query.get('periods') ?? 28),
    by: query.get('by') ?? undefined,
    where: query.getAll('where'),
  }
  return { ...fakeFrame(question), ...ANSWERS[lane](question) }
}

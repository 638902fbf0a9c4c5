import { createTestCandor } from '@candor/client/testing'
import { expect, test } from 'vitest'

import { createCheckout, PaymentError } from './checkout.js'
import { shop } from './practices.js'

const decline = (): Promise<void> => Promise.reject(new PaymentError('card_declined'))

test('steps and their time are counted once the shopper agrees, and no longer', async () => {
  const { candor, collected, answer, pass, misuse } = createTestCandor({
    practices: shop,
    client: 'browser-app',
    user: 'ana@shop.example',
  })
  const now = (): number => passed
  let passed = 0
  const wait = (millis: number): void => {
    passed += millis
    pass(millis)
  }
  const { reach, pay } = createCheckout(candor, now)
  reach('basket')
  expect(collected('usage')).toEqual({})

  answer('granted')
  reach('basket')
  wait(70_000)
  reach('payment')
  wait(4000)
  await pay(() => Promise.resolve())
  expect(collected('usage')).toEqual({
    CheckoutSteps: { basket: 1, payment: 1, done: 1 },
    CheckoutSeconds: 74,
  })

  answer('denied')
  reach('basket')
  expect(collected('usage')).toEqual({})
  expect(misuse()).toEqual({})
})

test('a declined payment is reported while an incident is open', async () => {
  const { candor, errors, settings } = createTestCandor({
    practices: shop,
    client: 'browser-app',
    settings: { Diagnostics: { contract: false } },
  })
  const { pay } = createCheckout(candor, () => 0)
  await expect(pay(decline)).rejects.toThrow('the bank did not take the payment')
  expect(errors()).toEqual([])

  settings({ Diagnostics: { contract: false, incident: true } })
  await expect(pay(decline)).rejects.toThrow(PaymentError)
  expect(errors()).toMatchObject([{ Failure: { type: 'PaymentError' }, PaymentCode: 'card_declined' }])
})

test('in the service the branch decides, then its region', () => {
  const { candor, collected, settings } = createTestCandor({ practices: shop, client: 'shop-service' })
  candor.setMeeting({ pool: 'lisbon.shop.example', site: 'Iberia' })
  settings({ BranchTelemetry: { 'region:Iberia': false } })
  candor.usage.Searches.add()
  expect(collected('usage')).toEqual({})
  settings({ BranchTelemetry: { 'region:Iberia': false, 'branch:lisbon.shop.example': true } })
  candor.usage.Searches.add()
  expect(collected('usage')).toEqual({ Searches: 1 })
})

import type { Candor } from '@candor/client/browser'

import type { shop } from './practices.js'

/** The shop's Candor, in the browser app and in the service. */
export type ShopCandor = Candor<typeof shop>

/** The steps of buying something. */
export type CheckoutStep = (typeof shop)['dataTypes']['usage']['CheckoutSteps']['labels'][number]

/** The bank did not take a payment. */
export class PaymentError extends Error {
  override readonly name = 'PaymentError'
  /** The bank's word for it, such as card_declined. */
  readonly code: string

  constructor(code: string) {
    super('the bank did not take the payment')
    this.code = code
  }
}

/** Where a shopper buys something, with what is recorded on the way. */
export interface Checkout {
  readonly reach: (step: CheckoutStep) => void
  /** Passes on what the bank answers; a refusal is reported. */
  readonly pay: (askBank: () => Promise<void>) => Promise<void>
}

/** Makes the checkout, which is in the basket first. */
export const createCheckout = ({ usage, error }: ShopCandor, now: () => number): Checkout => {
  let sinceMillis = now()
  const reach = (step: CheckoutStep): void => {
    const atMillis = now()
    usage.CheckoutSteps.add(step)
    usage.CheckoutSeconds.add((atMillis - sinceMillis) / 1000)
    sinceMillis = atMillis
  }
  return {
    reach,
    pay: async (askBank) => {
      const startMillis = now()
      try {
        await askBank()
      } catch (failure) {
        if (failure instanceof PaymentError) {
          const Latency = { bankMillis: now() - startMillis }
          error.report({ Failure: failure, PaymentCode: failure.code, Latency })
        }
        throw failure
      }
      reach('done')
    },
  }
}

import { createCandor } from '@candor/client/browser'
import { collectPage } from '@candor/client/collect/page'
import { inspection } from '@candor/client/inspection'

import type { ShopCandor } from './checkout.js'
import { shop } from './practices.js'

export type { Checkout, CheckoutStep, ShopCandor } from './checkout.js'
export { createCheckout, PaymentError } from './checkout.js'

/** Opens the shop's Candor in its page. The storefront, language, visits, load times and failures are collected by themselves. */
export const openApp = (connection: { readonly endpoint: string; readonly key: string }): ShopCandor =>
  createCandor({
    ...connection,
    practices: shop,
    client: 'browser-app',
    app: { name: 'Web shop' },
    collect: collectPage(),
    inspect: inspection(),
  })

import { localised } from './insight.js'
import { list, number, object, text, type Shaped } from './shape.js'

/** `GET /api/products`. */
export const products = object({
  products: list(object({ product: text, version: number, name: localised, fingerprint: text })),
})

/** A product that the service knows. */
export type Product = Shaped<typeof products>['products'][number]

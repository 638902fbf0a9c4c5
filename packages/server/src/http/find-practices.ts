import { CandorError, type Practices } from '@candor/practices'

/** The practices of a product that is asked for, or of the first one. Throws CANDOR_NOT_FOUND where there is none of that name. */
export const findPractices = (products: readonly Practices[], product: unknown): Practices => {
  const practices = product === undefined ? products[0] : products.find((known) => known.product === product)
  if (practices === undefined) throw new CandorError('CANDOR_NOT_FOUND', { product: 'no such product' })
  return practices
}

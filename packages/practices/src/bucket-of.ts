/**
 * The bucket of a distribution that a number falls into, as it travels: the greatest bound that is not above it, as text.
 * What is below all bounds falls into the first bucket.
 */
export const bucketOf = (bounds: readonly number[], value: number): string =>
  String(bounds.findLast((bound) => bound <= value) ?? bounds[0])

/** The end of a sentence that says what there is, such as: is desktop, mobile. */
export const describeList = (names: readonly string[]): string =>
  names.length > 0 ? `is ${names.join(', ')}` : 'is none'

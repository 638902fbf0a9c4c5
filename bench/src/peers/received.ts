/** What a request holds of what the bench recorded. */
export type Received =
  /** An event of its own, with the number that it was recorded under. */
  | { readonly kind: 'count' | 'error'; readonly serial: number }
  /** Counts that the client added up, in a report or ping with an id. */
  | { readonly kind: 'sum'; readonly id: string; readonly amount: number }

/** A request as it arrived, its body unpacked. */
export interface ArrivedRequest {
  readonly method: string
  readonly url: URL
  readonly text: string
}

/** How a client's requests are read and answered. */
export interface Protocol {
  readonly read: (request: ArrivedRequest) => readonly Received[]
  /** The body of the answer 200. Default: `{}`. */
  readonly answer?: (request: ArrivedRequest, state: { readonly isForbidden: boolean }) => string
}

/** Reads a list of things that may be serial numbers. */
export const serials = (kind: 'count' | 'error', values: readonly unknown[]): readonly Received[] =>
  values.flatMap((value) => {
    const serial = Number(value ?? Number.NaN)
    return Number.isInteger(serial) ? [{ kind, serial }] : []
  })

/** What is sent: requests with so many fresh reports each. */
export interface LoadOrder {
  /** Where to, such as http://127.0.0.1:8787. */
  readonly url: string
  readonly lane: 'usage' | 'census'
  /** Reports a request. */
  readonly reports: number
  /** Each sends one request at a time. */
  readonly connections: number
  readonly seconds: number
  /** as-fast-as-answered: each connection sends again once it is answered. A number: so many requests a second, whatever the answers take. */
  readonly pace: 'as-fast-as-answered' | number
}

/** What came of an order. */
export interface LoadResult {
  /** Requests that were answered with 200 or 204. */
  readonly answered: number
  /** All others. */
  readonly failed: number
  readonly seconds: number
  /** Milliseconds from the instant that a request was due to its answer. */
  readonly p50: number
  readonly p99: number
  readonly most: number
  /** CPU time of the sending process. */
  readonly cpuMillis: number
}

import type { SentRequest } from './candor.js'

const MAX_REQUESTS = 50

/** The last requests that were answered, in memory alone. */
export interface SentLog {
  readonly add: (request: SentRequest) => void
  readonly read: () => readonly SentRequest[]
}

/** Keeps the last 50 requests. */
export const createSentLog = (): SentLog => {
  let requests: readonly SentRequest[] = []
  return {
    add: (request) => {
      requests = [...requests, request].slice(-MAX_REQUESTS)
    },
    read: () => requests,
  }
}

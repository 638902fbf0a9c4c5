/** One client in its page: the same calls for all, each the client's own ordinary call. */
export interface Peer {
  /** Records that a message was sent: one of five names and one number. */
  count(serial: number): void
  /** Reports an error that says which one it is. */
  fail(serial: number): void
  /** Records something else, as a page does that goes on being used. */
  goOn(): void
  /** Asks for what waits to be sent now, where the client has a call for it. */
  flush(): unknown
  /** The client's own way for a person, or who governs them, to say no. */
  optOut(): unknown
}

declare global {
  interface Window {
    /** Set by the page's script as soon as the client is made. */
    peer: Peer
  }
}

const NAMES = ['message', 'reply', 'reaction', 'file', 'meeting'] as const

/** The name that a count is recorded under. */
export const nameOf = (serial: number): (typeof NAMES)[number] => NAMES[serial % NAMES.length] ?? NAMES[0]

/** Where the page sends: the collector's base URL. */
export const collectorUrl = (): string => new URLSearchParams(location.search).get('collector') ?? ''

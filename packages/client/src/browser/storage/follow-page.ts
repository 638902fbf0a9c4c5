/** What a page is told of its own life. */
export interface PageLife {
  /** It is being left: nothing of it may run after this turn. */
  readonly leaves: () => void
  /** It goes to the back/forward cache, where nothing of it runs, and which a message of a channel would end. */
  readonly sleeps: () => void
  /** It comes back from there. */
  readonly comes: () => void
}

/** Follows the life of the page. Returns the way to stop that. */
export const followPage = ({ leaves, sleeps, comes }: PageLife): (() => void) => {
  const life = new AbortController()
  addEventListener(
    'pagehide',
    ({ persisted }) => {
      leaves()
      if (persisted) sleeps()
    },
    life,
  )
  addEventListener('pageshow', ({ persisted }) => persisted && comes(), life)
  return () => life.abort()
}

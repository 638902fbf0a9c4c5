/** What a page is told of its own life. */
export interface PageLife {
  /** It is being left, and nobody else was told yet. */
  readonly leaves: () => void
  /** It is hidden, or everybody was told that it is being left: nothing of it may run after this turn. */
  readonly left: () => void
  /** It goes to the back/forward cache, where nothing of it runs, and which a message of a channel would end. */
  readonly sleeps: () => void
  /** It comes back from there. */
  readonly comes: () => void
}

/** Follows the life of the page. Returns the way to stop that. */
export const followPage = ({ leaves, left, sleeps, comes }: PageLife): (() => void) => {
  const life = new AbortController()
  addEventListener(
    'pagehide',
    ({ persisted }) => {
      leaves()
      if (document.hidden) left()
      if (persisted) sleeps()
    },
    life,
  )
  // A page that is left becomes hidden after `pagehide`; the window hears of it after the document.
  addEventListener('visibilitychange', () => document.hidden && left(), life)
  addEventListener('pageshow', ({ persisted }) => persisted && comes(), life)
  return () => life.abort()
}

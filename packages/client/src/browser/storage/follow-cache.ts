/**
 * Says when the page goes to the browser's back/forward cache, where nothing of it runs, and when it comes back. A page
 * with a lock cannot be kept there, and a message of a channel ends it. Returns the way to stop that.
 */
export const followCache = (goes: () => void, comes: () => void): (() => void) => {
  const life = new AbortController()
  addEventListener('pagehide', ({ persisted }) => persisted && goes(), life)
  addEventListener('pageshow', ({ persisted }) => persisted && comes(), life)
  return () => life.abort()
}

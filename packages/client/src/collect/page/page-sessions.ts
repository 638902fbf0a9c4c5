import type { SessionParts } from '../sessions.js'
import { findAutomatic } from '../automatic-types.js'
import { listen } from '../listen.js'
import { wantsCrashes } from '../lost-sessions.js'
import { countOne } from '../recorders.js'
import { NOTHING_TO_STOP, startAll, type Stop } from '../stops.js'
import type { Page } from './page.js'

/** A page that is shown again after as long in the background begins another session. */
export const BACKGROUND_MILLIS = 30 * 60_000

type Mark = SessionParts['sessions']

/** A mark on the device that a session goes on, or one that only seems to where nobody wants to know of crashes. */
const createMark = (parts: SessionParts): { readonly begin: () => void; readonly end: () => void } => {
  const sessions: Pick<Mark, 'begin' | 'end'> = wantsCrashes(parts)
    ? parts.sessions
    : { begin: NOTHING_TO_STOP, end: NOTHING_TO_STOP }
  let state: 'going' | 'ended' = 'ended'
  return {
    begin: () => {
      if (state === 'ended') sessions.begin()
      state = 'going'
    },
    end: () => {
      if (state === 'going') sessions.end()
      state = 'ended'
    },
  }
}

/**
 * Marks the session while the page is shown. A hidden page may be discarded, frozen or killed with its browser without a
 * word, and nobody sees it end: it has ended until it is shown again (Page Lifecycle: hidden is the last certain state).
 */
const follow = (parts: SessionParts, { document, window, now }: Page): Stop => {
  const mark = createMark(parts)
  let hiddenMillis: number | undefined
  const hide = (): void => {
    hiddenMillis ??= now()
    mark.end()
  }
  const show = (): void => {
    if (hiddenMillis !== undefined && now() - hiddenMillis >= BACKGROUND_MILLIS)
      countOne(parts.candor, 'sessions')
    hiddenMillis = undefined
    mark.begin()
  }
  const look = (): void => (document.visibilityState === 'hidden' ? hide() : show())
  countOne(parts.candor, 'sessions')
  look()
  return startAll([
    () => mark.end,
    () => listen(document, 'visibilitychange', look),
    () => listen(window, 'pagehide', hide),
    () => listen(window, 'pageshow', look),
  ])
}

/**
 * Counts sessions: at the start, and when the page is shown again after 30 minutes. While the page is
 * shown it is marked on the device, so that a later start finds it lost; hiding and leaving the page end it in order.
 */
export const collectPageSessions = (parts: SessionParts, page: Page): Stop => {
  const wanted = findAutomatic(parts.candor.practices, 'sessions', 'crashes', 'crash')
  if (wanted.length === 0) return NOTHING_TO_STOP
  if (!page.document.prerendering) return follow(parts, page)
  let stop: Stop = NOTHING_TO_STOP
  stop = listen(page.document, 'prerenderingchange', () => {
    stop()
    stop = follow(parts, page)
  })
  return () => stop()
}

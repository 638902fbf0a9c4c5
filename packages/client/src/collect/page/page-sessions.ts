import { detectOs } from '../../browser/detect-os.js'
import type { CollectParts } from '../../core/collect.js'
import { findAutomatic } from '../automatic-types.js'
import { listen } from '../listen.js'
import { wantsCrashes } from '../lost-sessions.js'
import { countOne } from '../recorders.js'
import { NOTHING_TO_STOP, startAll, type Stop } from '../stops.js'
import type { HintedNavigator } from './client-hints.js'
import type { Page } from './page.js'

/** A page that is shown again after as long in the background begins another session. */
export const BACKGROUND_MILLIS = 30 * 60_000

type Mark = CollectParts['sessions']

/** A mark on the device that a session goes on, or one that only seems to where nobody wants to know of crashes. */
const createMark = (parts: CollectParts): { readonly begin: () => void; readonly end: () => void } => {
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

/** A phone's system ends hidden pages as it likes, and tells nobody. */
const endsHidden = (navigator: Navigator): boolean =>
  (navigator as HintedNavigator).userAgentData?.mobile ??
  ['Android', 'iOS'].includes(detectOs(navigator.userAgent, navigator.maxTouchPoints))

const follow = (parts: CollectParts, { document, window, navigator, now }: Page): Stop => {
  const mark = createMark(parts)
  const isEndedByHiding = endsHidden(navigator)
  const isHidden = (): boolean => document.visibilityState === 'hidden'
  let hiddenMillis: number | undefined
  const hide = (): void => {
    hiddenMillis ??= now()
    if (isEndedByHiding) mark.end()
  }
  const show = (): void => {
    if (hiddenMillis !== undefined && now() - hiddenMillis >= BACKGROUND_MILLIS) {
      mark.end()
      countOne(parts.candor, 'sessions')
    }
    hiddenMillis = undefined
    mark.begin()
  }
  countOne(parts.candor, 'sessions')
  mark.begin()
  if (isHidden()) hide()
  return startAll([
    () => mark.end,
    () => listen(document, 'visibilitychange', () => (isHidden() ? hide() : show())),
    () => listen(window, 'pagehide', mark.end),
    () => listen(window, 'pageshow', () => isHidden() || mark.begin()),
    () => listen(document, 'freeze', mark.end),
    () => listen(document, 'resume', () => (isHidden() && isEndedByHiding) || mark.begin()),
  ])
}

/**
 * Counts sessions: at the start, and when the page is shown again after 30 minutes. While one goes on it is marked on the
 * device, so that a later start finds it lost; leaving, freezing and (on a phone) hiding the page end it in order.
 */
export const collectPageSessions = (parts: CollectParts, page: Page): Stop => {
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

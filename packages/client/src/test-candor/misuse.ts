import type { Diagnostics } from '../core/diagnostics.js'

/** The beginnings of the reasons that only a mistake in the app can cause. */
const MISTAKES = [
  'misuse',
  'after-close',
  'value-refused:',
  'labels-full:',
  'user-refused',
  'origin-refused',
  'consent-unknown',
  'consent-without-user',
  'consent-refused',
  'listener-failed',
  'attach-failed:',
  'collect-failed',
] as const

/** The diagnostics that mean a mistake in the app, without as many of each as there were before. */
export const findMisuse = (now: Diagnostics, before: Diagnostics): Diagnostics =>
  Object.fromEntries(
    Object.entries(now)
      .filter(([reason]) => MISTAKES.some((mistake) => reason.startsWith(mistake)))
      .map(([reason, count]) => [reason, count - (before[reason] ?? 0)] as const)
      .filter(([, count]) => count > 0),
  )

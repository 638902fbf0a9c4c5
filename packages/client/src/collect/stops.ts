/** Ends something that was started. */
export type Stop = () => void

/** Where nothing was started. */
export const NOTHING_TO_STOP: Stop = () => {}

/** Runs something whose failure must not reach the app; undefined where it failed. */
export const quietly = <T>(run: () => T): T | undefined => {
  try {
    return run()
  } catch {
    return undefined
  }
}

/** Starts each, so that one that fails harms no other. Returns the way to stop them all, once. */
export const startAll = (starts: readonly (() => Stop)[]): Stop => {
  let stops = starts.map((start) => quietly(start) ?? NOTHING_TO_STOP)
  return () => {
    for (const stop of stops) quietly(stop)
    stops = []
  }
}

/** Whether something is said again now; where it is, how often it was held back since the last time. */
export type Turn = { readonly kind: 'say'; readonly heldBack: number } | { readonly kind: 'hold' }

/** Makes a limit: each key is said at most once in the time given, in milliseconds. */
export const createRepeatLimit = (withinMillis: number): ((key: string, nowMillis: number) => Turn) => {
  const said = new Map<string, { readonly atMillis: number; heldBack: number }>()
  return (key, nowMillis) => {
    const last = said.get(key)
    if (last !== undefined && Math.abs(nowMillis - last.atMillis) < withinMillis) {
      last.heldBack += 1
      return { kind: 'hold' }
    }
    said.set(key, { atMillis: nowMillis, heldBack: 0 })
    return { kind: 'say', heldBack: last?.heldBack ?? 0 }
  }
}

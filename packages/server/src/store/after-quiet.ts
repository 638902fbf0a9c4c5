/** Does something once nothing has happened for a while. */
export interface AfterQuiet {
  /** Something happened. */
  note(): void
  /** It is not done any more. */
  stop(): void
}

/** Makes what does `work` when nothing was noted for so many milliseconds. What it throws is nobody's concern. */
export const createAfterQuiet = (quietMillis: number, work: () => Promise<void>): AfterQuiet => {
  let timer: NodeJS.Timeout | undefined
  return {
    note: () => {
      timer ??= setTimeout(() => {
        timer = undefined
        work().catch(() => undefined)
      }, quietMillis).unref()
      timer.refresh()
    },
    stop: () => clearTimeout(timer),
  }
}

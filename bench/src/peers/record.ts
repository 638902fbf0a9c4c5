import type { Page } from 'playwright-core'

/** What is recorded in one go. */
export interface Recording {
  /** The number of the first count. */
  readonly from: number
  readonly counts: number
  /** One error after so many counts; 0 for none. */
  readonly countsPerError: number
  /** So many, in a task every 50 ms; 0: in one synchronous loop. */
  readonly perSecond: number
}

/** Records in the page. Resolves to the milliseconds that the calls took. */
export const record = (page: Page, recording: Recording): Promise<number> =>
  page.evaluate(async ({ from, counts, countsPerError, perSecond }) => {
    const { peer } = window
    const start = performance.now()
    const due = (): number =>
      perSecond > 0 ? Math.min(counts, Math.floor(((performance.now() - start) * perSecond) / 1000)) : counts
    let made = 0
    let spent = 0
    while (made < counts) {
      const before = performance.now()
      for (const end = due(); made < end; made += 1) {
        peer.count(from + made)
        if (countsPerError > 0 && made % countsPerError === 0) peer.fail((from + made) / countsPerError)
      }
      spent += performance.now() - before
      if (perSecond > 0) await new Promise((resolve) => setTimeout(resolve, 50))
    }
    return spent
  }, recording)

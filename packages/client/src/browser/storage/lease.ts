import { isOld } from './requests.js'

/** A page's sign of life: a Web Lock of its name, which the browser ends with the page, whatever ends that. */
export interface Lease {
  /** Begins to hold a page's name. Resolves when others can see it, and also where they cannot. */
  readonly hold: (page: string) => Promise<unknown>
  /** Lets others take over. */
  readonly release: () => void
  /**
   * Runs something while no page holds the name; not at all where one does. In a page from http, which has no Web Locks,
   * that cannot be known: there every page is taken over that was opened more than a day ago, and goes on under a new name
   * where it still lives.
   */
  readonly ifFree: (page: string, run: () => Promise<void>) => Promise<unknown>
}

/** Makes the lease of a page. */
export const createLease = (prefix: string): Lease => {
  let end: (value?: unknown) => void = () => {}
  const { locks } = navigator as { readonly locks?: LockManager }
  return {
    hold: (page) =>
      new Promise((resolve) => {
        end()
        const held = (): Promise<unknown> => {
          resolve(0)
          return new Promise((ended) => {
            end = ended
          })
        }
        if (locks) locks.request(prefix + page, held).catch(resolve)
        else resolve(0)
      }),
    release: () => end(),
    ifFree: async (page, run) =>
      locks
        ? locks.request(prefix + page, { ifAvailable: true }, (lock) => lock && run()).catch(() => {})
        : isOld(page) && run(),
  }
}

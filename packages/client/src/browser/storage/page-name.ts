import { OWN, type Memory } from './memory.js'
import { namePage } from './requests.js'

/** The name that a page keeps its own entries under. */
export interface PageName {
  readonly get: () => string
  /**
   * Goes on as another page, without what may be on the disk under the old name; what never was there stays. Returns the
   * old name.
   */
  readonly change: () => string
}

/** Names a page. */
export const createPageName = ({ values, dirty }: Memory): PageName => {
  let page = namePage()
  return {
    get: () => page,
    change: () => {
      const old = page
      page = namePage()
      for (const name of values.keys()) if (name.startsWith(OWN) && !dirty.get(name)) values.set(name, null)
      return old
    },
  }
}

import type { PageStorage } from './create-page-storage.js'

const MOVED = /^(device|salt|hash\.|consent\.)/

/**
 * Moves what an earlier release kept of the device and of its users' choices in localStorage, and deletes the rest of
 * what it kept there. Where nothing could be written it stays, and is read again the next time.
 */
export const moveLocalStorage = async (prefix: string, storage: PageStorage): Promise<void> => {
  const { shared, settled, isWritten } = storage
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(prefix))
    for (const name of names) {
      const key = name.slice(prefix.length)
      if (MOVED.test(key) && !shared.get(key)) shared.set(key, localStorage.getItem(name) ?? '')
    }
    await settled()
    if (isWritten()) for (const name of names) localStorage.removeItem(name)
  } catch {
    // A page that may not use localStorage has nothing in it.
  }
}

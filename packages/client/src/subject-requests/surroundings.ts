/** What subject requests need of the place they run in. */
export interface SubjectSurroundings {
  /** One HTTP request, as fetch makes it. */
  readonly request: (url: string, init: RequestInit) => Promise<Response>
  /** Resolves after some milliseconds, or at once when the signal is aborted. */
  readonly pause: (millis: number, signal?: AbortSignal) => Promise<void>
  /** A number from 0 to below 1, for delays alone. */
  readonly random: () => number
}

const pause: SubjectSurroundings['pause'] = (millis, signal) =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, millis)
    signal?.addEventListener('abort', end)
    if (signal?.aborted === true) end()
  })

/** The surroundings of a page or of Node. */
export const createSurroundings = (): SubjectSurroundings => ({
  request: (url, init) => fetch(url, init),
  pause,
  random: () => Math.random(),
})

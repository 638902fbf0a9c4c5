import { createCandor } from '@candor/client/browser'
import { skypeTeams } from '@candor/practices/skype-teams'

/** What the bench calls in the page: microseconds a call, measured over many. */
interface BenchPage {
  candorMicros(calls: number): number
  arrayPushMicros(calls: number): number
  /** Ends the interval and sends. */
  flush(): Promise<void>
}

declare global {
  interface Window {
    benchPage: BenchPage
  }
}

const endpoint = new URLSearchParams(location.search).get('endpoint') ?? ''
const candor = createCandor({
  practices: skypeTeams,
  key: 'bench',
  endpoint,
  client: 'web',
  org: 'contoso.com',
})

const micros = (calls: number, run: () => void): number => {
  const start = performance.now()
  for (let made = 0; made < calls; made += 1) run()
  return ((performance.now() - start) * 1000) / calls
}

window.benchPage = {
  candorMicros: (calls) => micros(calls, () => candor.usage.IMSent.add()),
  flush: () => candor.flush(),
  arrayPushMicros: (calls) => {
    const list: object[] = []
    return micros(calls, () => void list.push({ name: 'IMSent', at: performance.now() }))
  },
}

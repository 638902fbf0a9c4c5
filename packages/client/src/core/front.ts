import type { DataCategory, DevicePractices, Meeting } from '@candor/practices'

import type { Candor, Recorders } from './candor.js'
import type { CandorOptions } from './candor-options.js'
import { startCollecting } from './collect.js'
import type { Lanes } from './lanes.js'
import type { DiagnosticsCounter } from './diagnostics.js'
import type { Doors } from './doors.js'
import { flushLanes } from './flush.js'
import type { Listeners } from './listeners.js'
import type { Services } from './services.js'
import type { Session } from './session.js'
import type { Upkeep } from './upkeep.js'

interface Parts<P extends DevicePractices>
  extends Pick<DiagnosticsCounter, 'read'>, Pick<Listeners, 'subscribe'> {
  readonly options: CandorOptions<P>
  readonly services: Services
  readonly lanes: Lanes
  readonly doors: Doors
  readonly session: Session
  readonly upkeep: Upkeep
  readonly askPolicy: () => Promise<void>
  readonly save: () => void
}

/** What the app tells, asks and orders, each through a door of its kind. */
const openDoors = <P extends DevicePractices>(parts: Parts<P>) => {
  const { services, lanes, doors, session, upkeep, askPolicy, save } = parts
  const { platform, gate, whereabouts, log } = services
  const { ask, use, tell, order } = doors
  const { lane } = lanes.error
  const { consent } = session
  const decide = (dataType: string) =>
    gate.decide(dataType, whereabouts.here(dataType.split('.')[0] as DataCategory))
  const waiting = () => {
    save()
    return log?.readWaiting(lanes.all, services) ?? []
  }
  return {
    error: {
      report: use(lane.report, undefined),
      log: use(lane.log, undefined),
      attach: use(lane.attach, () => {}),
    },
    consent: {
      get: ask((control?: string) => consent.get(control), 'undecided'),
      set: tell((answer: 'granted' | 'denied', control?: string) => consent.set(answer, control)),
      asksAgain: ask((control?: string) => consent.asksAgain(control), false),
      uncovered: ask((control?: string) => consent.uncovered(control), []),
    },
    setUser: tell((userId: string | undefined) => session.setUser(userId)),
    setMeeting: tell((meeting: Meeting | undefined) => session.setMeeting(meeting)),
    decide: ask(decide, decide('')),
    subscribe: use(parts.subscribe, () => {}),
    refreshPolicy: order(askPolicy),
    flush: order(() => flushLanes(lanes.all, platform.random)),
    waiting: ask(waiting, []),
    sent: ask(() => log?.readSent() ?? [], []),
    dropped: ask(() => log?.readDropped() ?? [], []),
    reportIds: ask((category: DataCategory) => log?.readIds(category) ?? [], []),
    erase: order(upkeep.erase),
    reset: order(upkeep.reset),
  }
}

/** Makes what the app sees. */
export const createFront = <P extends DevicePractices>(parts: Parts<P>): Candor<P> => {
  const { options, services, lanes, doors, upkeep, save, read } = parts
  const { practices, client, endpoint, key, app, collect } = options
  const { count, whereabouts, storage, platform } = services
  const place = { storage, platform, count, userKey: () => whereabouts.user()?.key }
  let stopCollecting = (): void => {}
  let closing: Promise<void> | undefined
  const candor: Candor<P> = {
    practices,
    client,
    connection: { endpoint, key },
    ready: upkeep.ready,
    get signedIn() {
      return whereabouts.user() !== undefined
    },
    census: lanes.census.lane.recorders as Recorders<P, 'census'>,
    usage: lanes.usage.lane.recorders as Recorders<P, 'usage'>,
    ...openDoors(parts),
    diagnostics: read,
    close: () => {
      if (closing) return closing
      stopCollecting()
      doors.close()
      save()
      closing = upkeep.close()
      return closing
    },
  }
  const beginCollecting = async (): Promise<void> => {
    await upkeep.ready
    if (!closing && collect) stopCollecting = startCollecting(collect, { candor, app, place }, count)
  }
  void beginCollecting()
  return candor
}

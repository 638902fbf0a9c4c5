import type { DataCategory, DevicePractices, LogLine } from '@candor/practices'

import type { Candor, Recorders } from './candor.js'
import type { Client, Lane } from './client.js'
import { choiceOf, consentOf } from './consent.js'
import { createRecorders } from './create-recorders.js'
import { decideOne, isPolicyNeeded, uncovered } from './decisions.js'
import { isLate, use } from './doors.js'
import { guard } from './guard.js'
import { attach, logLine, reportError, type ErrorInputs } from './errors.js'
import { forgetPersons } from './identity.js'
import { askPolicy } from './policy.js'
import { cut, touch } from './recording.js'
import { endAll, sendLane } from './schedule.js'
import { setConsent, setDevice, setMeeting, setUser } from './session.js'
import { erase } from './upkeep.js'
import { here } from './whereabouts.js'

/** What the app sees besides what opens and closes it. */
export type Front<P extends DevicePractices> = Omit<
  Candor<P>,
  'ready' | 'diagnostics' | 'close' | 'subscribe'
>

/** What opens a client. */
export interface FrontParts {
  readonly client: Client
  /** Does something once what is kept was read, in order. */
  readonly later: (run: () => void) => void
  /** Resolves when what is kept was read, to what does what another instance would be told of. */
  readonly opening: Promise<Opened | void>
}

/** What follows the device's storage once it is open. */
interface Opened {
  readonly follow: () => void
}

/** Asks for the policy of where the app is, unless that could let nothing go. */
export const askPolicyHere = async (client: Client): Promise<void> => {
  const place = here(client, 'usage')
  if (isPolicyNeeded(client, place)) await askPolicy(client, place.head)
}

/** Ends the interval of every lane now, and then sends one after another, in random order. */
const flush = async (client: Client): Promise<void> => {
  const { lanes, platform } = client
  lanes.forEach(endAll)
  if (lanes.some(({ held }) => held.length > 0)) {
    await askPolicyHere(client)
    lanes.forEach(endAll)
  }
  const drawn = lanes.map((lane) => ({ lane, place: platform.random() }))
  for (const { lane } of drawn.toSorted((a, b) => a.place - b.place)) await sendLane(lane)
}

/** The doors of a client for what waits until it is opened. */
const createDoors = ({ client, later, opening }: FrontParts) => {
  const { state, device, lanes, count } = client
  /** What the app has done: it begins after the opening, and never rejects. */
  const order = (run: (opened: Opened | void) => unknown) => {
    const runWhenReady = async (): Promise<void> => {
      const opened = await opening
      try {
        await run(opened)
      } catch {
        count('misuse')
      }
    }
    return use(client, runWhenReady, Promise.resolve())
  }
  return {
    order,
    /** Erases, in this instance and all others. */
    sweep: (forget: () => void) =>
      order((opened) => {
        erase(client, forget)
        opened?.follow()
        return device.settled()
      }),
    /** What the app tells: like `use`, but before the opening it is put off, after what was recorded so far. */
    tell: <A extends readonly unknown[]>(run: (client: Client, ...given: A) => void) =>
      use(
        client,
        (...given: A) => {
          if (state.doors === 'early') {
            lanes.map(cut).forEach(later)
            later(() => guard(count, run, undefined)(client, ...given))
          } else run(client, ...given)
        },
        undefined,
      ),
  }
}

/** What the app does with errors. */
const openErrors = (lane: Lane) => ({
  report: use(lane, (given: ErrorInputs) => reportError(lane, given) && touch(lane), undefined),
  log: use(lane, (level: LogLine['level'], message: string) => logLine(lane, level, message), undefined),
  attach: use(
    lane,
    (name: string, read: () => unknown) => attach(lane, name, read),
    () => {},
  ),
})

/** What the app asks and tells of its user's choices. */
const openConsent = (client: Client, { tell }: ReturnType<typeof createDoors>) => {
  const { count, state } = client
  const uncoveredBy = (control?: string): readonly string[] => {
    const choice = choiceOf(client, control)
    return choice ? uncovered(client, choice.name, here(client, 'error')) : []
  }
  const get = (control?: string) => {
    const choice = choiceOf(client, control)
    return (choice && consentOf(client, state.user?.key, choice)?.answer) ?? 'undecided'
  }
  return {
    get: guard(count, get, 'undecided'),
    set: tell(setConsent),
    asksAgain: guard(count, (control?: string) => uncoveredBy(control).length > 0, false),
    uncovered: guard(count, uncoveredBy, []),
  }
}

/** What the app asks of what became of its reports. */
const openLog = ({ count, save, state }: Client) => {
  const waiting = () => {
    save()
    return state.log?.readWaiting() ?? []
  }
  return {
    inspected: !!state.log,
    waiting: guard(count, waiting, []),
    sent: guard(count, () => state.log?.readSent() ?? [], []),
    dropped: guard(count, () => state.log?.readDropped() ?? [], []),
    reportIds: guard(count, (category: DataCategory) => state.log?.readIds(category) ?? [], []),
  }
}

/** What the app tells, asks and orders, each through a door of its kind. */
export const createFront = <P extends DevicePractices>(parts: FrontParts): Front<P> => {
  const { client } = parts
  const { options, practices, state, lanes, count } = client
  const [census, usage, error] = lanes as readonly [Lane, Lane, Lane]
  const doors = createDoors(parts)
  const { tell, order, sweep } = doors
  const recorders = (lane: Lane): unknown =>
    createRecorders({ lane, touch: () => touch(lane), isLate: () => isLate(client) })
  const decide = (dataType: string) =>
    decideOne(client, dataType, here(client, dataType.split('.')[0] as DataCategory))
  return {
    practices: practices as P,
    client: options.client,
    connection: { endpoint: options.endpoint, key: options.key },
    get signedIn() {
      return !!state.user
    },
    census: recorders(census) as Recorders<P, 'census'>,
    usage: recorders(usage) as Recorders<P, 'usage'>,
    error: openErrors(error),
    consent: openConsent(client, doors),
    setUser: tell(setUser),
    setMeeting: tell(setMeeting),
    setDevice: tell(setDevice),
    decide: guard(count, decide, decide('')),
    refreshPolicy: order(() => askPolicyHere(client)),
    flush: order(() => flush(client)),
    ...openLog(client),
    erase: sweep(() => {}),
    reset: sweep(() => forgetPersons(client)),
  }
}

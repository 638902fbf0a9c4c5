import {
  isObject,
  type DataCategory,
  type DevicePractices,
  type LogLine,
  type Meeting,
} from '@candor/practices'

import type { Candor, Recorders } from './candor.js'
import type { DeviceSettings } from './candor-options.js'
import type { Client, Lane } from './client.js'
import { choiceOf, consentOf, keepConsent } from './consent.js'
import { createRecorders } from './create-recorders.js'
import { decideOne, isPolicyNeeded, uncovered } from './decisions.js'
import { guard, isLate, use } from './doors.js'
import { attach, logLine, reportError, type ErrorInputs } from './errors.js'
import { endReports } from './grow.js'
import { forgetPersons, userOf } from './identity.js'
import { askPolicy, isPolicyReady } from './policy.js'
import { begin, cut, touch } from './recording.js'
import { endAll, sendLane } from './schedule.js'
import { erase } from './upkeep.js'
import { here, meetingOf } from './whereabouts.js'

/** What the app sees besides what opens and closes it. */
export type Front<P extends DevicePractices> = Omit<
  Candor<P>,
  'ready' | 'diagnostics' | 'close' | 'subscribe'
>

/** What opens and closes a client. */
export interface FrontParts {
  readonly client: Client
  /** Does something once what is kept was read, in order. */
  readonly later: (run: () => void) => void
  /** Resolves when what is kept was read. */
  readonly ready: () => Promise<unknown>
  /** Does what another instance would be told of. */
  readonly follow: () => void
}

/** Asks for the policy of where the app is, unless that could let nothing go. */
export const askPolicyHere = async (client: Client): Promise<void> => {
  const place = here(client, 'usage')
  if (isPolicyNeeded(client, place)) await askPolicy(client, place.head)
}

/**
 * The user is another one. What was counted before anybody signed in is of the same report; what was counted for somebody
 * else is not.
 */
const setUser = (client: Client, userId: string | undefined): void => {
  const { state, lanes, save, changed } = client
  save()
  state.user = userId === undefined ? undefined : userOf(client, userId)
  const key = state.user?.key
  for (const lane of key ? lanes.slice(0, 1) : []) {
    endReports(lane, (report) => report.user !== undefined && report.user !== key)
    begin(lane)
  }
  changed()
}

const setMeeting = (client: Client, meeting: Meeting | undefined): void => {
  client.save()
  client.state.meeting = meetingOf(client, meeting)
  client.changed()
  const place = here(client, 'usage')
  if (isPolicyNeeded(client, place)) void isPolicyReady(client, place.head)
}

const setConsent = (client: Client, answer: 'granted' | 'denied', control?: string): void => {
  const { state, count } = client
  const choice = choiceOf(client, control)
  if (!choice) return
  if (!state.user) return count('consent-without-user')
  if (answer !== 'granted' && answer !== 'denied') return count('consent-refused')
  keepConsent(client, state.user.key, choice, answer)
  client.changed()
}

/** Anything that is no object counts as misuse, and nothing changes. */
const setDevice = ({ state, changed, count }: Client, own: DeviceSettings): void => {
  const { settings = {} } = own
  if (!isObject(settings)) return count('misuse')
  state.own = own
  changed()
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

/** What the app tells, asks and orders, each through a door of its kind. */
export const createFront = <P extends DevicePractices>({
  client,
  later,
  ready,
  follow,
}: FrontParts): Front<P> => {
  const { options, practices, device, state, lanes, count, save } = client
  const [census, usage, error] = lanes as readonly [Lane, Lane, Lane]
  /** What the app tells: like `use`, but before the opening it is put off, after what was recorded so far. */
  const tell = <A extends readonly unknown[]>(run: (client: Client, ...given: A) => void) =>
    use(
      client,
      (...given: A) => {
        if (state.doors === 'early') {
          lanes.map(cut).forEach(later)
          later(() => guard(count, run, undefined)(client, ...given))
        } else run(client, ...given)
      },
      undefined,
    )
  /** What the app has done: it begins after the opening, and never rejects. */
  const order = (run: () => unknown) =>
    use(
      client,
      () =>
        ready()
          .then(run)
          .catch(() => count('misuse'))
          .then(() => {}),
      Promise.resolve(),
    )
  const sweep = (forget: () => void) =>
    order(() => {
      erase(client, forget)
      follow()
      return device.settled()
    })
  const recorders = (lane: Lane): unknown =>
    createRecorders({ lane, touch: () => touch(lane), isLate: () => isLate(client) })
  const decide = (dataType: string) =>
    decideOne(client, dataType, here(client, dataType.split('.')[0] as DataCategory))
  const uncoveredBy = (control?: string): readonly string[] => {
    const choice = choiceOf(client, control)
    return choice ? uncovered(client, choice.name, here(client, 'error')) : []
  }
  return {
    practices: practices as P,
    client: options.client,
    connection: { endpoint: options.endpoint, key: options.key },
    inspected: !!state.log,
    get signedIn() {
      return !!state.user
    },
    census: recorders(census) as Recorders<P, 'census'>,
    usage: recorders(usage) as Recorders<P, 'usage'>,
    error: {
      report: use(
        client,
        (given: ErrorInputs) => {
          if (reportError(error, given)) touch(error)
        },
        undefined,
      ),
      log: use(
        client,
        (level: LogLine['level'], message: string) => logLine(error, level, message),
        undefined,
      ),
      attach: use(
        client,
        (name: string, read: () => unknown) => attach(error, name, read),
        () => {},
      ),
    },
    consent: {
      get: guard(
        count,
        (control?: string) => {
          const choice = choiceOf(client, control)
          return (choice && consentOf(client, state.user?.key, choice)?.answer) ?? 'undecided'
        },
        'undecided',
      ),
      set: tell(setConsent),
      asksAgain: guard(count, (control?: string) => uncoveredBy(control).length > 0, false),
      uncovered: guard(count, uncoveredBy, []),
    },
    setUser: tell(setUser),
    setMeeting: tell(setMeeting),
    setDevice: tell(setDevice),
    decide: guard(count, decide, decide('')),
    refreshPolicy: order(() => askPolicyHere(client)),
    flush: order(() => flush(client)),
    waiting: guard(count, () => {
      save()
      return state.log?.readWaiting() ?? []
    }, []),
    sent: guard(count, () => state.log?.readSent() ?? [], []),
    dropped: guard(count, () => state.log?.readDropped() ?? [], []),
    reportIds: guard(count, (category: DataCategory) => state.log?.readIds(category) ?? [], []),
    erase: sweep(() => {}),
    reset: sweep(() => forgetPersons(client)),
  }
}

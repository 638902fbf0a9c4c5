import { LIMITS } from '@candor/practices'

import { addUp, emptyData } from './add-up.js'
import type { Lane } from './client.js'
import { allowed, basisOf, pendingAt } from './decisions.js'
import { spanMillis } from './intervals.js'
import { originOf, type Circumstances, type Data, type KeptReport } from './kept-report.js'
import { enqueue, keep, keyOf, list } from './reports.js'
import { hasRoomIn } from './values.js'

/** The origin as one text. In census, what was counted before anybody signed in is of the same report. */
const isOf = ({ category }: Lane, report: Circumstances, place: Circumstances): boolean => {
  const same = category === 'census' && !(report.user && place.user) && { user: undefined }
  return originOf({ ...report, ...same }) === originOf({ ...place, ...same })
}

/** Where it is noted that the one who added under a mark has left. */
const noteOf = (lane: Lane, mark = ''): string => keyOf(lane, 'left', mark)

const isLeft = (lane: Lane, mark: string): boolean => lane.device.get(noteOf(lane, mark)) !== undefined

/** Whether a report is this instance's alone: nobody else adds to it. */
export const isMine = (lane: Lane, { id, by }: KeptReport): boolean =>
  by === undefined ? lane.rests.has(id) : lane.mine.has(by) && !isLeft(lane, by)

/** What may be added to now. Who is being left adds to nothing that another one may have ended. */
const isOpenTo = (lane: Lane, report: KeptReport, atMillis: number): boolean => {
  const { id, by, fromMillis } = report
  if (atMillis < fromMillis || atMillis - fromMillis >= spanMillis(lane)) return false
  if (lane.device.unsure()) return lane.rests.has(id)
  return by === undefined || lane.mine.has(by) || isLeft(lane, by)
}

const joined = (lane: Lane, whole: KeptReport, { fromMillis, data, user }: KeptReport): KeptReport => ({
  ...whole,
  fromMillis: Math.min(whole.fromMillis, fromMillis),
  data: addUp(emptyData(whole.data), data, hasRoomIn(lane)),
  user: whole.user ?? user,
})

/** What grows there, newest last; and with it the rests that belong to it, which are taken off the device. */
const gather = (lane: Lane, place: Circumstances, atMillis: number): KeptReport | undefined => {
  const found = list(lane, 'growing').filter(
    ({ report }) => isOpenTo(lane, report, atMillis) && isOf(lane, report, place),
  )
  const base = found.findLast(({ report }) => report.by) ?? found.at(-1)
  let whole = base?.report
  for (const { key, report } of whole ? found : []) {
    if (
      !whole ||
      key === base?.key ||
      report.by ||
      !isOf(lane, report, { ...place, user: place.user ?? whole.user })
    )
      continue
    whole = joined(lane, whole, report)
    lane.device.remove(key)
  }
  return whole
}

/** Adds what was recorded to the report that grows there, or begins one where it is worth it. */
export const grow = (lane: Lane, place: Circumstances, counts: Data): void => {
  const { platform, device, mine, rests, news, values } = lane
  const at = platform.now()
  const newId = platform.randomUuid()
  device.change(() => {
    const before = gather(lane, place, at)
    if (!before && news !== 'presence' && Object.keys(counts).length === 0) return
    const { id, fromMillis, data, user, by } = before ?? { id: newId, fromMillis: at, data: {} }
    const isRest = !!device.unsure()
    const mark = by !== undefined && before && isMine(lane, before) ? by : newId
    if (isRest) rests.add(id)
    else mine.add(mark)
    if (by !== undefined && by !== mark) device.remove(noteOf(lane, by))
    keep(lane, keyOf(lane, 'growing', id), {
      id,
      fromMillis,
      toMillis: at,
      ...place,
      user: place.user ?? user,
      data: { ...addUp(emptyData(data), counts, hasRoomIn(lane)), ...values },
      by: isRest ? undefined : mark,
    })
  })
  const pending = pendingAt(lane, place, counts)
  if (pending.length === 0) return
  const waiting = Object.fromEntries(pending.map((name) => [name, counts[name]]))
  hold(lane, () => grow(lane, place, waiting))
}

/** Does something again once more is known of the policy: until then it is held in memory, where there is room. */
const hold = ({ held, count }: Lane, run: () => void): void => {
  if (held.length < LIMITS.maxReports) held.push(run)
  else count('queue-full')
}

/** Makes a report to be sent, without what is forbidden; later, where all of it waits for a policy. */
export const make = (lane: Lane, report: KeptReport): void => {
  const left = allowed(lane, report)
  if (left) enqueue(lane, { ...left, decision: basisOf(lane, left) })
  else if (pendingAt(lane, report, report.data).length > 0) hold(lane, () => make(lane, report))
}

/** Takes away the notes on reports that grow no more: another instance ended them before who had begun them left. */
const sweepNotes = (lane: Lane): void => {
  const noted = new Set(list(lane, 'growing').map(({ report: { by } }) => noteOf(lane, by)))
  for (const key of lane.device.keys())
    if (key.startsWith(noteOf(lane)) && !noted.has(key)) lane.device.remove(key)
}

/** Makes reports of what grows and is over. */
export const endReports = (lane: Lane, isOver: (report: KeptReport) => boolean): void =>
  lane.device.change(() => {
    for (const { key, report } of list(lane, 'growing')) {
      if (!isOver(report)) continue
      enqueue(lane, { ...report, by: undefined, decision: basisOf(lane, report) })
      lane.device.remove(key)
    }
    sweepNotes(lane)
  })

/** Makes reports of all that this instance alone adds to. */
export const endMine = (lane: Lane): void => endReports(lane, (report) => isMine(lane, report))

/** The app may end: what grows is left to whoever is next, also this app itself. The reports themselves stay as they are. */
export const leaveReports = (lane: Lane): void =>
  lane.device.change(() => {
    for (const { key, report } of list(lane, 'growing'))
      // What may not be on the disk as it is seen here is sent as it is, like what a kill leaves.
      if (report.by && isMine(lane, report) && !lane.device.unsure()?.has(key))
        lane.device.set(noteOf(lane, report.by), '1')
  })

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

/** Adds what was recorded to the report that grows there, or begins one where it is worth it. */
export const grow = (lane: Lane, place: Circumstances, counts: Data): void => {
  const { platform, device, mine, news, values } = lane
  const at = platform.now()
  const newId = platform.randomUuid()
  device.change(() => {
    const before = list(lane, 'growing').findLast(
      ({ report: { fromMillis, by }, report }) =>
        at >= fromMillis &&
        at - fromMillis < spanMillis(lane) &&
        (!by || mine.has(by)) &&
        isOf(lane, report, place),
    )
    if (!before && news !== 'presence' && Object.keys(counts).length === 0) return
    const { id, fromMillis, data, user, by } = before?.report ?? { id: newId, fromMillis: at, data: {} }
    const mark = by ?? newId
    mine.add(mark)
    keep(lane, before?.key ?? keyOf(lane, 'growing', id), {
      id,
      fromMillis,
      toMillis: at,
      ...place,
      user: place.user ?? user,
      data: { ...addUp(emptyData(data), counts, hasRoomIn(lane)), ...values },
      by: mark,
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

/** Makes reports of what grows and is over. */
export const endReports = (lane: Lane, isOver: (report: KeptReport) => boolean): void =>
  lane.device.change(() => {
    for (const { key, report } of list(lane, 'growing')) {
      if (!isOver(report)) continue
      enqueue(lane, { ...report, by: undefined, decision: basisOf(lane, report) })
      lane.device.remove(key)
    }
  })

/** The app may end: what grows is left to whoever is next, also this app itself. */
export const leaveReports = (lane: Lane): void =>
  lane.device.change(() => {
    for (const { key, report } of list(lane, 'growing'))
      if (report.by && lane.mine.has(report.by)) keep(lane, key, { ...report, by: undefined })
  })

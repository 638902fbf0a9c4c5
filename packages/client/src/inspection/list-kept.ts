import { toBody } from '../core/batch.js'
import type { Lane } from '../core/client.js'
import { basisOf } from '../core/decisions.js'
import type { KeptOnDevice } from '../core/inspection.js'
import { list } from '../core/reports.js'

/** The reports of a lane that are on the device, each as the body of a request that held it alone. */
export const listKept = (lane: Lane): readonly KeptOnDevice[] =>
  (['waiting', 'growing'] as const).flatMap((state) =>
    list(lane, state).map(({ report, ...stored }) => {
      const decision = report.decision ?? basisOf(lane, report)
      const body = toBody(lane, [{ ...stored, report: { ...report, decision } }])
      return { category: lane.category, id: report.id, state, body }
    }),
  )

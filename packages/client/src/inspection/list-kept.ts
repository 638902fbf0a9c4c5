import { toBody } from '../core/batch.js'
import type { InspectedClient, InspectedLane, KeptOnDevice } from '../core/inspection.js'

/** The reports of a lane that are on the device, each as the body of a request that held it alone. */
export const listKept = (
  { category, store }: InspectedLane,
  client: InspectedClient,
): readonly KeptOnDevice[] =>
  (['waiting', 'growing'] as const).flatMap((state) =>
    store[state]().map(({ report, ...stored }) => {
      const decision = report.decision ?? client.gate.basis(category, report)
      const body = toBody(category, [{ ...stored, report: { ...report, decision } }], client)
      return { category, id: report.id, state, body }
    }),
  )

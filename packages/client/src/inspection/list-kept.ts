import type { DataCategory } from '@candor/practices'

import { toBody } from '../core/batch.js'
import type { KeptOnDevice } from '../core/inspection.js'
import type { LaneStore } from '../core/lane-store.js'
import type { Services } from '../core/services.js'

/** The reports of a lane that are on the device, each as the body of a request that held it alone. */
export const listKept = (
  category: DataCategory,
  store: LaneStore,
  services: Pick<Services, 'practices' | 'identity' | 'gate'>,
): readonly KeptOnDevice[] =>
  (['waiting', 'growing'] as const).flatMap((state) =>
    store[state]().map(({ key, report }) => {
      const decision = report.decision ?? services.gate.basis(category, report)
      const body = toBody(category, [{ key, report: { ...report, decision } }], services)
      return { category, id: report.id, state, body }
    }),
  )

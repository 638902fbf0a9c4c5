import { collectNode } from '@candor/client/collect/node'
import { inspection } from '@candor/client/inspection'
import { createCandor } from '@candor/client/node'

import type { ShopCandor } from './checkout.js'
import { shop } from './practices.js'

/** Where a branch's service reports to, and where it keeps what it counts. */
export interface ShopServicePlace {
  readonly endpoint: string
  readonly key: string
  /** Made where it does not exist; replicas may share it. */
  readonly folder: string
  /** The branch's host, such as lisbon.shop.example. */
  readonly branch: string
  readonly region: string
}

/** Opens the Candor of a branch's service, under the branch's own control. */
export const openService = ({ branch, region, ...place }: ShopServicePlace): ShopCandor => {
  const candor = createCandor({
    ...place,
    practices: shop,
    client: 'shop-service',
    app: { name: 'Shop service' },
    collect: collectNode(),
    inspect: inspection(),
  })
  candor.setMeeting({ pool: branch, site: region })
  candor.usage.Branch.set(branch)
  return candor
}

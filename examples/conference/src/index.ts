export { pagesFolder } from './pages-folder.js'
export { runFleet, type FleetOptions } from './fleet/run-fleet.js'
export { POOLS, type Pool } from './world/pools.js'

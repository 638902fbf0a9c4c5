import { findLockFaults } from './lib/lock-faults.mjs'
import { ROOT } from './lib/root.mjs'
import { runMain } from './lib/run-main.mjs'

await runMain(async () => {
  const faults = findLockFaults(ROOT)
  for (const fault of faults) console.error(fault)
  return faults.length === 0 ? 0 : 1
})

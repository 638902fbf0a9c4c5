import { checkImports } from './lib/check-imports.mjs'
import { runMain } from './lib/run-main.mjs'

await runMain(async () => {
  const { moduleCount, faults } = await checkImports()
  for (const fault of faults) console.error(fault)
  console.log(`${moduleCount} modules read, ${faults.length} faults`)
  return faults.length === 0 ? 0 : 1
})

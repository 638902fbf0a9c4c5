import { ensureChromium } from './lib/chromium.mjs'
import { runMain } from './lib/run-main.mjs'

await runMain(async () => {
  console.log(`chromium: ${await ensureChromium()}`)
  return 0
})

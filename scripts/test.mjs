import { build } from './lib/build.mjs'
import { summarise } from './lib/check-summary.mjs'
import { chooseChecks } from './lib/checks.mjs'
import { ensureChromium } from './lib/chromium.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { requireSupportedNode } from './lib/node-version.mjs'
import { ensurePostgres } from './lib/postgres.mjs'
import { runChecks } from './lib/run-checks.mjs'
import { runMain } from './lib/run-main.mjs'

requireSupportedNode()
await runMain(async () => {
  const checks = chooseChecks(process.argv.slice(2))
  const interruption = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => interruption.abort())
  await ensureInstalled()
  const needs = new Set(checks.map((check) => check.needs))
  const env = needs.has('browser')
    ? { CANDOR_CHROMIUM: await ensureChromium(), CANDOR_POSTGRES: await ensurePostgres() }
    : {}
  if (needs.has('build') || needs.has('browser')) await build()
  const results = await runChecks(checks, env, interruption.signal)
  console.log(`\n== summary ==\n${summarise(results)}`)
  return results.every(({ outcome }) => outcome === 'passed') ? 0 : 1
})

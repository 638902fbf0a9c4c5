import type { Check, Finding, Scene } from './finding.js'
import { FOLDER_CHECKS } from './folder-checks.js'
import { MACHINE_CHECKS } from './machine-checks.js'
import { SERVICE_CHECKS } from './service-checks.js'
import { TLS_CHECK } from './tls-check.js'

const CHECKS: readonly Check[] = [...MACHINE_CHECKS, TLS_CHECK, ...SERVICE_CHECKS, ...FOLDER_CHECKS]

const runCheck = async ({ name, run }: Check, scene: Scene): Promise<readonly Finding[]> => {
  try {
    return (await run(scene)).map((found) => ({ check: name, ...found }))
  } catch (error) {
    const message = `The check itself failed: ${error instanceof Error ? error.message : 'unknown failure'}`
    return [{ check: name, state: 'problem', message, wayOut: 'Please report it.' }]
  }
}

/** Runs every check, one after the other; one that fails itself is a problem, and the others go on. */
export const examine = async (scene: Scene): Promise<readonly Finding[]> => {
  const findings: Finding[] = []
  for (const check of CHECKS) findings.push(...(await runCheck(check, scene)))
  return findings
}

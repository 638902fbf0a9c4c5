import { DATA_CHECKS } from './data-checks.js'
import { problem, type Check, type Finding, type Scene } from './finding.js'
import { FOLDER_CHECKS } from './folder-checks.js'
import { MACHINE_CHECKS } from './machine-checks.js'
import { SERVICE_CHECKS } from './service-checks.js'
import { TLS_CHECK } from './tls-check.js'

const CHECKS: readonly Check[] = [
  ...MACHINE_CHECKS,
  TLS_CHECK,
  ...SERVICE_CHECKS,
  ...FOLDER_CHECKS,
  ...DATA_CHECKS,
]

const runCheck = async ({ name, run }: Check, scene: Scene): Promise<readonly Finding[]> => {
  try {
    return (await run(scene)).map((found) => ({ check: name, ...found }))
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error)
    const failed = problem(
      { en: `The check itself failed: ${told}`, es: `Falló la comprobación misma: ${told}` },
      { en: 'Please report it.', es: 'Comuníquelo, por favor.' },
    )
    return [{ check: name, ...failed }]
  }
}

/** Runs every check, one after the other; one that fails itself is a problem, and the others go on. */
export const examine = async (scene: Scene): Promise<readonly Finding[]> => {
  const findings: Finding[] = []
  for (const check of CHECKS) findings.push(...(await runCheck(check, scene)))
  return findings
}

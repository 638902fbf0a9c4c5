import { runnerImport, type ResolvedConfig } from 'vite'

/** What a module exports when it is run, and the files that it depends on. */
export interface EvaluatedModule {
  readonly exports: Readonly<Record<string, unknown>>
  readonly dependencies: readonly string[]
}

/** Conditions that mean another place than the one that evaluates. */
const FOREIGN_CONDITIONS: ReadonlySet<string> = new Set(['browser'])

/** Runs a module in this process, resolved as the app's configuration says. */
export const evaluateModule = async (
  file: string,
  { root, resolve }: ResolvedConfig,
): Promise<EvaluatedModule> => {
  const conditions = resolve.conditions.filter((condition) => !FOREIGN_CONDITIONS.has(condition))
  const { module, dependencies } = await runnerImport<Record<string, unknown>>(file, {
    root,
    logLevel: 'error',
    resolve: { alias: resolve.alias },
    environments: { inline: { resolve: { conditions, noExternal: ['@candor/practices'] } } },
  })
  return { exports: module, dependencies }
}

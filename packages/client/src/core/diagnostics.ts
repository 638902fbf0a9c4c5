/** What was not recorded or not sent as it should be, by a reason; misuse is counted here and never thrown. */
export type Diagnostics = Readonly<Record<string, number>>

/** Counts what was not recorded or not sent, by a reason. */
export type Count = (reason: string) => void

/** Where everything that goes wrong is counted, and read. */
export interface DiagnosticsCounter {
  readonly count: Count
  readonly read: () => Diagnostics
}

/** The numbers behind Candor.diagnostics, since the start. */
export const createDiagnostics = (): DiagnosticsCounter => {
  const counts: Record<string, number> = {}
  return {
    count: (reason) => {
      counts[reason] = (counts[reason] ?? 0) + 1
    },
    read: () => ({ ...counts }),
  }
}

/** What clients said of their reports. */
export interface Oracle {
  /** Takes a line of a client. */
  hear(line: string): void
  /** Compares what the store has with what was heard. */
  judge(stored: readonly StoredReport[]): Judgement
}

/** A report as the store has it. */
export interface StoredReport {
  readonly id: string
  readonly count: number
}

/** What came of the reports. */
export interface Judgement {
  /** Reports that were kept on a disk or acknowledged. */
  readonly reports: number
  /** Of these, those that the store lacks. */
  readonly lost: number
  /** Rows of the store beyond the first of a report. */
  readonly doubled: number
  /** Rows whose count is another than the one that was kept. */
  readonly altered: number
  /** Rows that no client ever spoke of. */
  readonly unknown: number
}

/** Counts every report: one that was kept on a client's disk or acknowledged must be in the store once, as it was kept. */
export const createOracle = (): Oracle => {
  const counts = new Map<string, number | undefined>()
  return {
    hear: (line) => {
      const [word, id = '', count] = line.split(' ')
      if (word === 'kept') counts.set(id, Number(count))
      if (word === 'acknowledged' && !counts.has(id)) counts.set(id, undefined)
    },
    judge: (stored) => {
      const found = new Set(stored.map(({ id }) => id))
      const isAltered = ({ id, count }: StoredReport): boolean => (counts.get(id) ?? count) !== count
      return {
        reports: counts.size,
        lost: [...counts.keys()].filter((id) => !found.has(id)).length,
        doubled: stored.length - found.size,
        altered: stored.filter(isAltered).length,
        unknown: [...found].filter((id) => !counts.has(id)).length,
      }
    },
  }
}

import { LIMITS, type BareDataType, type LogLine } from '@candor/practices'

/** Characters of all the lines. */
const MAX_LENGTH = LIMITS.maxStackLength

interface Line extends Pick<LogLine, 'level' | 'message'> {
  readonly atMillis: number
}

/** The last lines that the app logged, in memory alone. */
export interface ErrorLog {
  /** Keeps a line; the oldest give way. */
  readonly add: (line: Line) => void
  /** The lines as an error of a moment has them, the oldest first; undefined where there is none. */
  readonly before: (atMillis: number) => readonly LogLine[] | undefined
  /** Takes the lines out. The answer puts them back. */
  readonly cut: () => () => void
}

/** Begins without a line, for a data type that says how many there may be. */
export const createErrorLog = (type: BareDataType | undefined): ErrorLog => {
  const { maxLines = LIMITS.maxLogLines } = type?.kind === 'log' ? type : {}
  let lines: Line[] = []
  let length = 0
  return {
    add: (line) => {
      lines.push(line)
      length += line.message.length
      while (lines.length > maxLines || length > MAX_LENGTH) length -= lines.shift()?.message.length ?? length
    },
    before: (nowMillis) => {
      const before = lines.map(({ atMillis, level, message }) => ({
        beforeMillis: Math.max(nowMillis - atMillis, 0),
        level,
        message,
      }))
      return before.length > 0 ? before : undefined
    },
    cut: () => {
      const taken = { lines, length }
      lines = []
      length = 0
      return () => {
        ;({ lines, length } = taken)
      }
    },
  }
}

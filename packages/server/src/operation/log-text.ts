interface Line {
  readonly level: string
  readonly time: string
  readonly code?: string
  readonly message: string
  readonly facts?: Readonly<Record<string, unknown>>
  readonly leftOut?: number
}

const TIME_OF_DAY = /T(\d\d:\d\d:\d\d)/

/** A line of the log as a person reads it, such as `12:00:00 warn  CANDOR_BUSY Too much is under way; seconds=3`. */
export const logText = (json: string): string => {
  const { level, time, code, message, facts = {}, leftOut } = JSON.parse(json) as Line
  const told = Object.entries({ ...facts, ...(leftOut !== undefined && { leftOut }) }).map(
    ([name, value]) => `; ${name}=${String(value)}`,
  )
  const clock = TIME_OF_DAY.exec(time)?.[1] ?? time
  return `${clock} ${level.padEnd(5)} ${code === undefined ? '' : `${code} `}${message}${told.join('')}\n`
}

import type { Log } from '@candor/server'
import type { Configuration } from '../configuration/table.js'
import type { Surroundings } from '../surroundings.js'

/** The log of a service on standard error: text on a terminal, else a JSON object a line, unless the configuration says otherwise. */
export const createServiceLog = async (
  { logLevel, logFormat }: Configuration,
  { stderr }: Surroundings,
): Promise<Log> => {
  const { createLog } = await import('@candor/server')
  const whatFits = stderr.isTTY ? 'text' : 'json'
  const format = logFormat === 'auto' ? whatFits : logFormat
  return createLog({ level: logLevel, format, write: (line) => void stderr.write(line), now: Date.now })
}

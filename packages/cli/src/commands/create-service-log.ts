import type { Log } from '@candor/server'
import type { Configuration } from '../configuration/table.js'
import type { Surroundings } from '../surroundings.js'

/**
 * The log of a service on standard error: text on a terminal, else a JSON object a line, unless the configuration says
 * otherwise. From now on a fault that nothing takes is its last line, and ends the process at once.
 */
export const createServiceLog = async (
  { logLevel, logFormat }: Configuration,
  { stderr }: Surroundings,
): Promise<Log> => {
  const { createLog, endOnFault, logFailure } = await import('@candor/server')
  const whatFits = stderr.isTTY ? 'text' : 'json'
  const format = logFormat === 'auto' ? whatFits : logFormat
  const log = createLog({ level: logLevel, format, write: (line) => void stderr.write(line), now: Date.now })
  endOnFault(async (error) => {
    logFailure(log)('CANDOR_ENDED_BY_FAULT', error)
    await new Promise((resolve) => stderr.write('', resolve))
  })
  return log
}

import { randomBytes } from 'node:crypto'
import type { Command } from 'commander'
import { addConfigurationFlags, settleConfiguration } from '../configuration/configuration-flags.js'
import type { Surroundings } from '../surroundings.js'
import { runUntilSignal } from '../run-until-signal.js'
import { createServiceLog } from './create-service-log.js'
import { firstRunText } from './first-run-text.js'
import { serviceOptions } from './service-options.js'

const KEY_BYTES = 18

/** `candor serve`: the service for the built-in product, without the demonstration. */
export const addServeCommand = (program: Command, surroundings: Surroundings): void => {
  const serve = program
    .command('serve')
    .description('collect, store and publish; docs/configuration.md describes each key')
    .action(async () => {
      const { env, stdout } = surroundings
      const { values } = settleConfiguration(serve, env)
      // Loaded here, so that the other commands start without the engine.
      const { createService } = await import('@candor/server')
      const log = await createServiceLog(values, surroundings)
      const key = values.key ?? randomBytes(KEY_BYTES).toString('base64url')
      const service = await createService({ ...serviceOptions(values, [key]), log })
      // Signals are heeded before anybody is told that it runs.
      const ended = runUntilSignal(surroundings, service)
      const firstRun = firstRunText(await service.firstRunLink())
      stdout.write(`Candor serves at ${service.url}\n`)
      if (values.key === undefined) stdout.write(`A new ingest key of skype-teams, shown once: ${key}\n`)
      stdout.write(firstRun)
      await ended
    })
  addConfigurationFlags(serve, ['service'])
}

import { randomBytes } from 'node:crypto'
import type { Command } from 'commander'
import type { Surroundings } from '../surroundings.js'
import { runUntilSignal } from '../run-until-signal.js'
import { serviceOptions } from './service-options.js'

const KEY_BYTES = 18

/** `candor serve`: the service for the built-in product, without the demonstration. */
export const addServeCommand = (program: Command, surroundings: Surroundings): void => {
  program
    .command('serve')
    .description('collect, store and publish (PORT, CANDOR_HOST, CANDOR_DATA and CANDOR_KEY configure it)')
    .action(async () => {
      const { env, stdout } = surroundings
      // Loaded here, so that the other commands start without the engine.
      const { createService } = await import('@candor/server')
      const given = env['CANDOR_KEY']
      const key = given ?? randomBytes(KEY_BYTES).toString('base64url')
      const service = await createService(serviceOptions(env, [key]))
      stdout.write(`Candor serves at ${service.url}\n`)
      if (given === undefined) stdout.write(`A new ingest key of skype-teams, shown once: ${key}\n`)
      await runUntilSignal(surroundings, service)
    })
}

import { join } from 'node:path'
import type { Command } from 'commander'
import { pagesFolder, runFleet } from '@candor/conference'
import { createService, type Service } from '@candor/server'
import { textOf, wholeNumber, type Environment } from '../environment.js'
import type { Surroundings } from '../surroundings.js'
import { runUntilSignal } from '../run-until-signal.js'
import { serviceOptions } from './service-options.js'

/** The demonstration's groups are small, so the least minimum is used there. */
const GROUP_MINIMUM = 5

const FLEET_DAYS = 14
const MOST_INSTALLATIONS = 100_000

const startService = (environment: Environment, key: string): Promise<Service> => {
  const options = serviceOptions(environment, [key])
  const conference = { path: '/examples/conference/', folder: pagesFolder }
  return createService({
    ...options,
    groupMinimum: GROUP_MINIMUM,
    staticFolders: [...(options.staticFolders ?? []), conference],
  })
}

const welcome = ({ url }: Service, key: string): string =>
  [
    `Candor serves at ${url}`,
    `  practices   ${url}/practices`,
    `  insights    ${url}/insights`,
    `  conference  ${url}/examples/conference/`,
    `  ingest key  ${key}`,
    '',
  ].join('\n')

/** `candor demo`: the whole system with the conference example and a simulated fleet, over real HTTP. */
export const addDemoCommand = (program: Command, surroundings: Surroundings): void => {
  program
    .command('demo')
    .description(
      'serve everything with the conference example and a simulated fleet (also CANDOR_DEMO_KEY, CANDOR_FLEET)',
    )
    .action(async () => {
      const { env, stdout } = surroundings
      const key = textOf(env, 'CANDOR_DEMO_KEY', 'demo')
      const installations = wholeNumber(env, 'CANDOR_FLEET', 25, MOST_INSTALLATIONS)
      const service = await startService(env, key)
      stdout.write(welcome(service, key))
      const stop = new AbortController()
      const say = (line: string): void => void stdout.write(`${line}\n`)
      const folder = join(textOf(env, 'CANDOR_DATA', './data'), 'fleet')
      const fleet =
        installations === 0
          ? Promise.resolve()
          : runFleet({
              endpoint: service.url,
              key,
              installations,
              folder,
              days: FLEET_DAYS,
              signal: stop.signal,
              onProgress: say,
            })
      const ended = fleet.catch((error: unknown) =>
        say(`The fleet stopped: ${error instanceof Error ? error.message : 'unknown failure'}`),
      )
      const close = async (): Promise<void> => {
        stop.abort()
        await ended
        await service.close()
      }
      await runUntilSignal(surroundings, { close })
    })
}

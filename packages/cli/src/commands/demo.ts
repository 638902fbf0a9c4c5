import { join } from 'node:path'
import { shop } from '@candor/shop'
import type { Service, ServiceOptions } from '@candor/server'
import type { Command } from 'commander'
import { textOf, wholeNumber, type Environment } from '../environment.js'
import { runUntilSignal, type Running } from '../run-until-signal.js'
import type { Surroundings } from '../surroundings.js'
import { serviceOptions } from './service-options.js'

/** The demonstration's groups are small, so the least minimum is used there. */
const GROUP_MINIMUM = 5

const FLEET_DAYS = 14
const MOST_INSTALLATIONS = 100_000

/** The ingest key of the shop, a second product beside the built-in one. */
const SHOP_KEY = 'demo-shop'

const demoOptions = (environment: Environment, key: string, pagesFolder: string): ServiceOptions => {
  const { products, staticFolders = [], ...options } = serviceOptions(environment, [key])
  return {
    ...options,
    groupMinimum: GROUP_MINIMUM,
    products: [...products, { practices: shop, keys: [SHOP_KEY] }],
    staticFolders: [...staticFolders, { path: '/examples/conference/', folder: pagesFolder }],
  }
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

const startDemo = async ({ env, stdout }: Surroundings): Promise<Running> => {
  // Loaded here, so that the other commands start without the engine.
  const { createService } = await import('@candor/server')
  const { pagesFolder, runFleet } = await import('@candor/conference')
  const key = textOf(env, 'CANDOR_DEMO_KEY', 'demo')
  const installations = wholeNumber(env, 'CANDOR_FLEET', 25, MOST_INSTALLATIONS)
  const service = await createService(demoOptions(env, key, pagesFolder))
  stdout.write(welcome(service, key))
  const stop = new AbortController()
  const onProgress = (line: string): void => void stdout.write(`${line}\n`)
  const folder = join(textOf(env, 'CANDOR_DATA', './data'), 'fleet')
  const fleet = {
    endpoint: service.url,
    key,
    installations,
    folder,
    days: FLEET_DAYS,
    signal: stop.signal,
    onProgress,
  }
  const ended = (installations === 0 ? Promise.resolve() : runFleet(fleet)).catch((error: unknown) =>
    onProgress(`The fleet stopped: ${error instanceof Error ? error.message : 'unknown failure'}`),
  )
  return {
    close: async () => {
      stop.abort()
      await ended
      await service.close()
    },
  }
}

/** `candor demo`: the whole system with the conference example and a simulated fleet, over real HTTP. */
export const addDemoCommand = (program: Command, surroundings: Surroundings): void => {
  program
    .command('demo')
    .description(
      'serve everything with the conference example and a simulated fleet (also CANDOR_DEMO_KEY, CANDOR_FLEET)',
    )
    .action(async () => runUntilSignal(surroundings, await startDemo(surroundings)))
}

import { join } from 'node:path'
import { shop } from '@candor/shop'
import type { Service, ServiceOptions } from '@candor/server'
import type { Command } from 'commander'
import { addConfigurationFlags, settleConfiguration } from '../configuration/configuration-flags.js'
import type { Configuration } from '../configuration/table.js'
import { runUntilSignal, type Running } from '../run-until-signal.js'
import type { Surroundings } from '../surroundings.js'
import { createServiceLog } from './create-service-log.js'
import { serviceAccess } from '../service-access.js'
import { registerPools } from './register-pools.js'
import { firstRunText } from './first-run-text.js'
import { serviceOptions } from './service-options.js'

/** The demonstration's groups are small, so the least minimum is used there. */
const GROUP_MINIMUM = 5

const FLEET_DAYS = 14

/** The ingest key of the shop, a second product beside the built-in one. */
const SHOP_KEY = 'demo-shop'

const demoOptions = (values: Configuration, pagesFolder: string): ServiceOptions => {
  const { products, staticFolders = [], ...options } = serviceOptions(values, [values.demoKey])
  return {
    ...options,
    groupMinimum: GROUP_MINIMUM,
    // What is shown is simulated, and on this machine alone unless the host is set.
    insights: values.host === '127.0.0.1' ? 'open' : 'by-role',
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

const startDemo = async (values: Configuration, surroundings: Surroundings): Promise<Running> => {
  const { stdout } = surroundings
  // Loaded here, so that the other commands start without the engine.
  const { createService } = await import('@candor/server')
  const { pagesFolder, POOLS, runFleet } = await import('@candor/conference')
  const { demoKey: key, fleet: installations } = values
  const log = await createServiceLog(values, surroundings)
  const service = await createService({ ...demoOptions(values, pagesFolder), log })
  const environment = { ...surroundings.env, CANDOR_DATA: values.dataFolder }
  await registerPools(serviceAccess(environment, service.url), POOLS)
  stdout.write(welcome(service, key))
  stdout.write(firstRunText(await service.firstRunLink()))
  const stop = new AbortController()
  const onProgress = (line: string): void => void stdout.write(`${line}\n`)
  const folder = join(values.dataFolder, 'fleet')
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
    reload: () => service.reload(),
    close: async () => {
      stop.abort()
      await ended
      await service.close()
    },
  }
}

/** `candor demo`: the whole system with the conference example and a simulated fleet, over real HTTP. */
export const addDemoCommand = (program: Command, surroundings: Surroundings): void => {
  const demo = program
    .command('demo')
    .description('serve everything with the conference example and a simulated fleet')
    .action(async () => {
      const { values } = settleConfiguration(demo, surroundings.env)
      await runUntilSignal(surroundings, await startDemo(values, surroundings))
    })
  addConfigurationFlags(demo, ['service', 'demo'])
}

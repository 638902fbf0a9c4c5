import { skypeTeams } from '@candor/practices/skype-teams'
import type { ServiceOptions, StaticFolder } from '@candor/server'
import { webFolder } from '@candor/web'
import { textOf, wholeNumber, type Environment } from '../environment.js'

const MOST_PORT = 65_535

const WEB: StaticFolder = { path: '/', folder: webFolder, pages: ['/insights'] }

/** Where the service listens and keeps its data, as the environment says: PORT, CANDOR_HOST and CANDOR_DATA. */
export const serviceOptions = (environment: Environment, keys: readonly string[]): ServiceOptions => ({
  host: textOf(environment, 'CANDOR_HOST', '127.0.0.1'),
  port: wholeNumber(environment, 'PORT', 8787, MOST_PORT),
  dataFolder: textOf(environment, 'CANDOR_DATA', './data'),
  products: [{ practices: skypeTeams, keys }],
  staticFolders: [WEB],
})

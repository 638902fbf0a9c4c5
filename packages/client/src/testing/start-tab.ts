import { skypeTeams, type SkypeTeams } from '@candor/practices/skype-teams'

import type { Candor } from '../core/candor.js'
import type { CandorOptions } from '../core/candor-options.js'
import { createClient } from '../core/create-client.js'
import { createDiagnostics } from '../core/diagnostics.js'
import type { Platform } from '../core/platform.js'
import { inspection, type Inspect } from '../inspection/index.js'
import { createNodePlatform } from '../node/node-platform.js'

/** What a test gives to start a tab; inspect: nothing, for an app that shows nothing. Default: all is inspected. */
export type TabOptions = Partial<Omit<CandorOptions<SkypeTeams>, 'inspect'>> & {
  readonly inspect?: Inspect | 'nothing'
}

/** Starts the client as a tab does: with a device that others may share, and a clock of the test. */
export const startTab = (
  endpoint: string,
  platform: Pick<Platform, 'openStorage'> & Partial<Platform>,
  { inspect = inspection(), ...options }: TabOptions = {},
): Candor<SkypeTeams> => {
  const diagnostics = createDiagnostics()
  const node = createNodePlatform(
    { product: 'unused', folder: '/dev/null/unused', now: () => Date.now() },
    diagnostics.count,
  )
  return createClient(
    {
      practices: skypeTeams,
      key: 'demo',
      endpoint,
      client: 'web',
      org: 'contoso.com',
      ...(inspect !== 'nothing' && { inspect }),
      ...options,
    },
    { ...node, clock: 'given', random: () => 0, onHide: () => () => {}, ...platform },
    diagnostics,
  )
}

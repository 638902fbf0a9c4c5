import { skypeTeams, type SkypeTeams } from '@candor/practices/skype-teams'

import type { Candor, CandorOptions } from '../core/candor.js'
import { createClient } from '../core/create-client.js'
import { createDiagnostics } from '../core/diagnostics.js'
import type { KeyValueStorage, Platform } from '../core/platform.js'
import { createNodePlatform } from '../node/node-platform.js'

/** What tabs of one browser share. */
export const createSharedStorage = (): KeyValueStorage => {
  const values = new Map<string, string>()
  return {
    get: (key) => values.get(key),
    set: (key, value) => void values.set(key, value),
    remove: (key) => void values.delete(key),
    keys: () => [...values.keys()],
  }
}

/** Starts the client as a tab does: with a storage that others may share, and a clock of the test. */
export const startTab = (
  endpoint: string,
  platform: Pick<Platform, 'instance' | 'storage'> & Partial<Platform>,
  options: Partial<CandorOptions<SkypeTeams>> = {},
): Candor<SkypeTeams> => {
  const diagnostics = createDiagnostics()
  const node = createNodePlatform(
    { product: 'unused', folder: '/dev/null/unused', now: () => Date.now() },
    () => {},
  )
  return createClient(
    { practices: skypeTeams, key: 'demo', endpoint, client: 'web', org: 'contoso.com', ...options },
    { ...node, random: () => 0, onHide: () => () => {}, ...platform },
    diagnostics,
  )
}

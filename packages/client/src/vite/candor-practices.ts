import type { Plugin, ResolvedConfig } from 'vite'

import { toDeviceModule } from './device-module.js'
import { evaluateModule } from './evaluate-module.js'

/** What the plugin may be told. */
export interface CandorPracticesOptions {
  /**
   * Modules that export practices, as imports name them. Modules that call `definePractices` are found without.
   * Default: `@candor/practices/skype-teams`.
   */
  readonly modules?: readonly string[]
}

const DEFAULT_MODULES = ['@candor/practices/skype-teams'] as const
const DEFINES_PRACTICES = /\bdefinePractices\s*\(/

/**
 * Replaces the modules that export practices by what a device needs of them: the same names with the same data types,
 * controls and rules, without the texts for people. Only what goes to browsers is changed, in development and in builds.
 */
export const candorPractices = ({ modules = DEFAULT_MODULES }: CandorPracticesOptions = {}): Plugin => {
  const files = new Set<string>()
  let config: ResolvedConfig
  return {
    name: 'candor:practices',
    config: () => ({ optimizeDeps: { exclude: ['@candor/practices'] } }),
    configResolved: (resolved) => {
      config = resolved
    },
    applyToEnvironment: (environment) => environment.config.consumer === 'client',
    async buildStart() {
      const resolved = await Promise.all(modules.map((module) => this.resolve(module)))
      for (const file of resolved) if (file) files.add(file.id)
    },
    async transform(code, id) {
      const [file = id] = id.split('?')
      if (!files.has(id) && !DEFINES_PRACTICES.test(code)) return undefined
      const { exports, dependencies } = await evaluateModule(file, config)
      for (const dependency of dependencies) this.addWatchFile(dependency)
      const device = toDeviceModule(exports)
      if (device.kind === 'device') return { code: device.code, map: { mappings: '' } }
      if (device.kind === 'mixed') {
        this.warn(
          `${file} exports ${device.others.join(', ')} beside practices, so their texts stay in the bundle`,
        )
      }
      return undefined
    },
  }
}

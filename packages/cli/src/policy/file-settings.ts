import { readFileSync } from 'node:fs'
import type { Localised, Settings } from '@candor/practices'
import { replaceFile } from '@candor/server/replace-file'
import { CommandFault, EXIT_CODES } from './fault.js'
import { EVERY_SCOPE, type KeptSetting, type SettingChange, type SettingsPort } from './settings-port.js'

const unusable = (path: string, why: Localised, cause?: unknown): CommandFault =>
  new CommandFault(
    {
      code: 'CANDOR_SETTINGS_FILE_UNUSABLE',
      exitCode: EXIT_CODES.refused,
      detail: {
        en: `${path}: ${why.en}. Nothing was changed.`,
        es: `${path}: ${why.es}. No se cambió nada.`,
      },
      remedy: {
        en: 'Mend the file or give another one; docs/commands.md shows its form.',
        es: 'Corrija el archivo o indique otro; docs/commands.md muestra su forma.',
      },
    },
    { cause },
  )

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const parseJson = (path: string, text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''))
  } catch (cause) {
    throw unusable(path, { en: 'it is not JSON', es: 'no es JSON' }, cause)
  }
}

const parseSettings = (path: string, text: string): Settings => {
  const settings = parseJson(path, text)
  if (isObject(settings)) return settings
  throw unusable(path, {
    en: 'it holds no object of settings by control',
    es: 'no contiene un objeto de configuraciones por control',
  })
}

const faultOfSystem = (path: string, cause: unknown): unknown => {
  const { code } = cause as { readonly code?: unknown }
  if (cause instanceof CommandFault || typeof code !== 'string') return cause
  if (code !== 'EEXIST')
    return unusable(path, { en: `the system answers ${code}`, es: `el sistema responde ${code}` }, cause)
  return unusable(path, {
    en: `another process is changing it, or one that was ended left ${path}.new`,
    es: `otro proceso lo está cambiando, o uno que fue terminado dejó ${path}.new`,
  })
}

/**
 * The settings of a file, in the form of a DecisionContext's `settings`; none where there is no file. Throws
 * CANDOR_SETTINGS_FILE_UNUSABLE where the file cannot be read.
 */
export const readSettingsFile = (path: string): Settings => {
  try {
    return parseSettings(path, readFileSync(path, 'utf8'))
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === 'ENOENT') return {}
    throw faultOfSystem(path, error)
  }
}

const listOf = (settings: Settings): readonly KeptSetting[] =>
  Object.entries(settings).flatMap(([control, scopes]): readonly KeptSetting[] =>
    isObject(scopes)
      ? Object.entries(scopes).map(([scope, value]) => ({ organisation: '', control, scope, value }))
      : [{ organisation: '', control, scope: EVERY_SCOPE, value: scopes }],
  )

const changed = (path: string, settings: Settings, { control, scope, value }: SettingChange): Settings => {
  const scopes = Object.hasOwn(settings, control) ? settings[control] : {}
  if (!isObject(scopes))
    throw unusable(path, {
      en: `${control} is no object of scopes`,
      es: `${control} no es un objeto de ámbitos`,
    })
  const { [scope]: _before, ...others } = scopes
  const after = value === null ? others : { ...scopes, [scope]: value }
  const { [control]: _scopes, ...rest } = settings
  return Object.keys(after).length === 0 ? rest : { ...settings, [control]: after }
}

/** The settings of a file: one organisation's or one device's. What it holds beside the change stays as it is. */
export const createFileSettings = (path: string): SettingsPort => ({
  keeper: 'file',
  list: async () => listOf(readSettingsFile(path)),
  change: async (change) => {
    const rewrite = (text: string | undefined): string => {
      const settings = text === undefined ? {} : parseSettings(path, text)
      return `${JSON.stringify(changed(path, settings, change), undefined, 2)}\n`
    }
    try {
      await replaceFile(path, rewrite)
    } catch (error) {
      throw faultOfSystem(path, error)
    }
  },
})

import type { Language, Localised, Practices } from '@candor/practices'
import { alignColumns } from './align-columns.js'
import {
  describeControls,
  settingCells,
  showDefault,
  showSetBy,
  type ShownControl,
} from './describe-control.js'
import { isScopeOf } from './parse-scope.js'
import type { Answer, Talk } from './run-command.js'
import type { OpenSettings } from './settings-options.js'
import { EVERY_SCOPE, type KeptSetting } from './settings-port.js'

const HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  en: ['CONTROL', 'SCOPE', 'ORGANIZATION', 'VALUE', 'DEFAULT', 'SET BY'],
  es: ['CONTROL', 'ÁMBITO', 'ORGANIZACIÓN', 'VALOR', 'PREDETERMINADO', 'LO CONFIGURA'],
}

const NOT_SET: Localised = { en: 'not set', es: 'sin configurar' }
const ON_DEVICES: Localised = { en: 'held on each device', es: 'en cada dispositivo' }

const rowsOf = (shown: ShownControl, language: Language): readonly (readonly string[])[] => {
  const about = [showDefault(shown), showSetBy(shown)[language]]
  if (shown.settings.length === 0) {
    const value = shown.heldBy === 'device' ? ON_DEVICES : NOT_SET
    return [[shown.control, '-', '-', value[language], ...about]]
  }
  return shown.settings.map((setting) => [shown.control, ...settingCells(setting, language), ...about])
}

const toText = (controls: readonly ShownControl[], language: Language): string =>
  alignColumns([HEADINGS[language], ...controls.flatMap((shown) => rowsOf(shown, language))])

/** What listing works with. */
export interface ListParts extends OpenSettings {
  readonly talk: Pick<Talk, 'notice'>
}

/** What is kept of no control or scope of the practices: no decision reads it, which a slip in a file must not hide. */
const strayNames = ({ controls }: Practices, settings: readonly KeptSetting[]): readonly string[] => {
  const names = settings.map(({ control: name, scope }) => {
    const control = Object.hasOwn(controls, name) ? controls[name] : undefined
    if (control === undefined) return name
    const isKnown = scope === EVERY_SCOPE || (control.kind === 'boolean' && isScopeOf(control, scope))
    return isKnown ? undefined : `${name} (${scope})`
  })
  return [...new Set(names.filter((name) => name !== undefined))]
}

const tellOfStrays = ({ practices, talk }: ListParts, settings: readonly KeptSetting[]): void => {
  const strays = strayNames(practices, settings)
  if (strays.length === 0) return
  const names = strays.join(', ')
  talk.notice({
    en: `Notice: no decision reads what is kept of ${names}; the practices have no such control or scope.`,
    es: `Aviso: ninguna decisión lee lo que se conserva de ${names}; las prácticas no tienen ese control o ámbito.`,
  })
}

/** Every control with its settings (of one organisation where one is named), its scopes, its default and who sets it. */
export const listControls = async (parts: ListParts): Promise<Answer> => {
  const { practices, port, organisation } = parts
  const all = await port.list()
  const settings = organisation === '' ? all : all.filter((setting) => setting.organisation === organisation)
  tellOfStrays(parts, settings)
  const controls = describeControls(practices, settings)
  const text = { en: toText(controls, 'en'), es: toText(controls, 'es') }
  return { text, data: { product: practices.product, controls } }
}

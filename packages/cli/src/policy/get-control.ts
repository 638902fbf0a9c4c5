import type { Control, Language, Localised } from '@candor/practices'
import { alignColumns } from './align-columns.js'
import {
  describeControls,
  settingCells,
  showDefault,
  showSetBy,
  type ShownControl,
} from './describe-control.js'
import { accept } from './fault.js'
import { asSettable, findControl, type NamedControl } from './find-control.js'
import { asKept, parseScope } from './parse-scope.js'
import type { Answer } from './run-command.js'
import type { OpenSettings } from './settings-options.js'
import { showTarget } from './show-change.js'
import { showStanding, standingAt } from './standing.js'

const HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  en: ['SCOPE', 'ORGANIZATION', 'VALUE'],
  es: ['ÁMBITO', 'ORGANIZACIÓN', 'VALOR'],
}

const LABELS: Readonly<Record<Language, readonly [string, string, string]>> = {
  en: ['Default', 'Set by', 'Scopes'],
  es: ['Predeterminado', 'Lo configura', 'Ámbitos'],
}

const WINNERS = {
  strictest: { en: 'the strictest wins', es: 'gana el más estricto' },
  nearest: { en: 'the first that is set wins', es: 'gana el primero que esté configurado' },
  first: { en: 'the first that is set wins', es: 'gana el primero que esté configurado' },
} as const satisfies Readonly<Record<string, Localised>>

/** Who wins where several scopes are set; a choice is one person's own. */
const winnerOf = (control: Control, language: Language): string => {
  if (control.kind === 'choice') return ''
  return ` (${WINNERS[control.kind === 'boolean' ? control.resolution : 'strictest'][language]})`
}

const toText = ({ control }: NamedControl, shown: ShownControl, language: Language): string => {
  const [byDefault, setBy, scopes] = LABELS[language]
  const facts = alignColumns([
    [byDefault, showDefault(shown)],
    [setBy, showSetBy(shown)[language]],
    [scopes, shown.scopes.join(', ') + winnerOf(control, language)],
  ])
  const rows = shown.settings.map((setting) => settingCells(setting, language))
  const settings = rows.length === 0 ? '' : `\n${alignColumns([HEADINGS[language], ...rows])}`
  return `${shown.control}\n${control.effect[language]}\n\n${facts}${settings}`
}

const getAt = async (named: NamedControl, scope: string, parts: OpenSettings): Promise<Answer> => {
  const { port, organisation } = parts
  const settable = accept(asSettable(named))
  const identity = accept(parseScope(settable, scope, port.keeper))
  const settings = await port.list()
  const target = asKept(settable.control, { organisation, control: named.name, scope: identity }, settings)
  const standing = standingAt(settable.control, settings, target)
  const [where, what] = [showTarget(target), showStanding(standing)]
  const text = { en: `${where.en}: ${what.en}\n`, es: `${where.es}: ${what.es}\n` }
  return { text, data: { ...target, standing } }
}

/** A control: what it does, who sets it, its scopes and its settings; or what stands at one of its scopes. */
export const getControl = async (
  name: string,
  scope: string | undefined,
  parts: OpenSettings,
): Promise<Answer> => {
  const { practices, port, organisation } = parts
  const named = accept(findControl(practices, name))
  if (scope !== undefined) return getAt(named, scope, parts)
  const all = await port.list()
  const settings = organisation === '' ? all : all.filter((setting) => setting.organisation === organisation)
  const shown = describeControls(practices, settings).find(({ control }) => control === named.name)
  if (shown === undefined) throw new Error(`${named.name} was found and then was not`)
  return { text: { en: toText(named, shown, 'en'), es: toText(named, shown, 'es') }, data: shown }
}

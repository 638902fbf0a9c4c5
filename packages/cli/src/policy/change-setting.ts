import type { BooleanControl } from '@candor/practices'
import { CommandFault, EXIT_CODES } from './fault.js'
import { asKept } from './parse-scope.js'
import type { SettingChange, SettingsPort } from './settings-port.js'
import { defaultStanding, standingAt, standingOf, type Standing } from './standing.js'

/** A change as it was or would be made. */
export interface ChangeAnswer extends SettingChange {
  readonly outcome: 'changed' | 'unchanged' | 'would-change'
  readonly before: Standing
  readonly after: Standing
}

/** How a change is made: at once, only shown, or after it was asked for. */
export type ChangeMode =
  | { readonly kind: 'apply' }
  | { readonly kind: 'what-if' }
  | { readonly kind: 'confirm'; readonly ask: (change: ChangeAnswer) => Promise<'yes' | 'no'> }

/** What making a change needs. */
export interface ChangeOrder {
  readonly control: BooleanControl
  readonly change: SettingChange
  readonly mode: ChangeMode
}

const declined = (): CommandFault =>
  new CommandFault({
    code: 'CANDOR_CHANGE_DECLINED',
    exitCode: EXIT_CODES.refused,
    detail: {
      en: 'The change was not confirmed; nothing changed.',
      es: 'El cambio no se confirmó; nada cambió.',
    },
    remedy: {
      en: 'Answer yes, or leave the confirmation out.',
      es: 'Responda que sí u omita la confirmación.',
    },
  })

const isSame = (one: Standing, other: Standing): boolean =>
  one.kind === other.kind && one.value === other.value

/** Makes a change of a setting and tells what it did. What stands already is left alone. Throws what the port throws. */
export const changeSetting = async (
  port: SettingsPort,
  { control, change, mode }: ChangeOrder,
): Promise<ChangeAnswer> => {
  const settings = await port.list()
  const target = { ...change, ...asKept(control, change, settings) }
  const before = standingAt(control, settings, target)
  const after = change.value === null ? defaultStanding(control) : standingOf(control, change.value)
  const answer = { ...target, before, after }
  if (isSame(before, after)) return { ...answer, outcome: 'unchanged' }
  if (mode.kind === 'what-if') return { ...answer, outcome: 'would-change' }
  if (mode.kind === 'confirm' && (await mode.ask({ ...answer, outcome: 'would-change' })) === 'no')
    throw declined()
  await port.change(target)
  return { ...answer, outcome: 'changed' }
}

import type { BooleanControl } from '@candor/practices'
import { changeSetting, type ChangeMode } from './change-setting.js'
import { accept, right, wrong, type Checked } from './fault.js'
import { asSettable, findControl, type NamedControl } from './find-control.js'
import { parseBoolean } from './parse-boolean.js'
import { parseScope, scopeByDefault } from './parse-scope.js'
import type { Answer, Talk } from './run-command.js'
import type { OpenSettings } from './settings-options.js'
import { answerChange } from './show-change.js'

/** What setting works with. */
export interface SetParts extends OpenSettings {
  readonly talk: Pick<Talk, 'notice'>
  readonly mode: ChangeMode
}

/** What is to be set. */
export interface SetOrder {
  readonly control: string
  /** True or False as people write it; null to remove the setting. */
  readonly value: string | null
  /** Default: the one scope with a name that a service holds. */
  readonly scope?: string
}

const readValue = (text: string): Checked<boolean> => {
  const value = parseBoolean(text)
  if (value !== undefined) return right(value)
  return wrong(
    {
      en: `${JSON.stringify(text)} is neither true nor false.`,
      es: `${JSON.stringify(text)} no es ni true ni false.`,
    },
    { en: 'Write true or false.', es: 'Escriba true o false.' },
  )
}

/** Without an organisation a setting reaches further than its admin may think. */
const tellOfOrganisation = (
  { name, control }: NamedControl<BooleanControl>,
  { organisation, port, talk }: SetParts,
): void => {
  const isOfMeetings = control.scopes.some((scope) => 'prefix' in scope)
  if (organisation !== '' || port.keeper === 'file' || isOfMeetings) return
  talk.notice({
    en: `Notice: without --organisation, ${name} is set for every organization of this service.`,
    es: `Aviso: sin --organisation, ${name} se establece para todas las organizaciones de este servicio.`,
  })
}

/** Sets a control at a scope, or removes its setting there. */
export const setControl = async (order: SetOrder, parts: SetParts): Promise<Answer> => {
  const { practices, port, organisation, mode } = parts
  const settable = accept(asSettable(accept(findControl(practices, order.control))))
  const value = order.value === null ? null : accept(readValue(order.value))
  const scope = accept(
    order.scope === undefined ? scopeByDefault(settable) : parseScope(settable, order.scope, port.keeper),
  )
  tellOfOrganisation(settable, parts)
  const change = { organisation, control: settable.name, scope, value }
  return answerChange(await changeSetting(port, { control: settable.control, change, mode }))
}

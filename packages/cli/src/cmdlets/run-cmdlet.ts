import type { BooleanControl, Localised } from '@candor/practices'
import { changeSetting, type ChangeAnswer, type ChangeMode } from '../policy/change-setting.js'
import { accept, right, type Checked } from '../policy/fault.js'
import { asSettable, findControl, type NamedControl } from '../policy/find-control.js'
import { asKept, parseScope } from '../policy/parse-scope.js'
import type { Answer, Talk } from '../policy/run-command.js'
import type { OpenSettings } from '../policy/settings-options.js'
import type { KeptSetting } from '../policy/settings-port.js'
import { answerChange, showChange } from '../policy/show-change.js'
import { CONTROL, type Cmdlet, type Verb } from './cmdlet.js'
import { alreadyExists, globalExists, notThere } from './collection-faults.js'
import { GLOBAL, identitiesOf, listCollections } from './collections.js'
import type { Request } from './parse-request.js'
import { showCollections } from './show-collections.js'

/** What a cmdlet works with. */
export interface CmdletParts extends OpenSettings {
  readonly talk: Pick<Talk, 'notice' | 'ask'>
}

/** What a cmdlet found before it does anything. */
interface Found extends CmdletParts {
  readonly settable: NamedControl<BooleanControl>
  readonly settings: readonly KeptSetting[]
  /** In the spelling that it is kept under. */
  readonly identity: string
}

const checkExistence = (verb: Verb, { value }: Request, found: Found): Checked<string> => {
  const { settings, organisation, identity } = found
  const identities = identitiesOf(settings, organisation)
  const exists = identity === GLOBAL || identities.includes(identity)
  if (verb !== 'New') return exists ? right(identity) : notThere(identity, [GLOBAL, ...identities], value)
  if (identity === GLOBAL) return globalExists()
  return exists ? alreadyExists(identity) : right(identity)
}

const askFirst =
  ({ talk }: CmdletParts, name: string): ((change: ChangeAnswer) => Promise<'yes' | 'no'>) =>
  (change) => {
    const { en, es } = showChange(change)
    return talk.ask({ en: `${name}: ${en} Do it? [y/N]`, es: `${name}: ${es} ¿Hacerlo? [s/N]` })
  }

const valueFor = (verb: Verb, { value }: Request, control: BooleanControl): boolean | null => {
  if (verb === 'Remove') return null
  return value ?? control.default
}

const runChange = async (cmdlet: Cmdlet, request: Request, found: Found): Promise<Answer> => {
  const { port, organisation, settable, identity } = found
  const mode: ChangeMode =
    request.mode === 'confirm'
      ? { kind: 'confirm', ask: askFirst(found, cmdlet.name) }
      : { kind: request.mode }
  const value = valueFor(cmdlet.verb, request, settable.control)
  const change = { organisation, control: CONTROL, scope: identity, value }
  return answerChange(await changeSetting(port, { control: settable.control, change, mode }))
}

const tellOfOthers = ({ settings, organisation, talk }: Found): void => {
  const organisations = settings
    .filter(({ control }) => control === CONTROL)
    .map((setting) => setting.organisation)
  const others = [...new Set(organisations)].filter((other) => other !== organisation && other !== '')
  if (others.length === 0) return
  const names = others.join(', ')
  const notice: Localised = {
    en: `There are also collections of ${names}: add --organisation.`,
    es: `También hay colecciones de ${names}: añada --organisation.`,
  }
  talk.notice(notice)
}

const runGet = (request: Request, found: Found): Answer => {
  tellOfOthers(found)
  const all = listCollections(found.settable.control, found.settings, found.organisation)
  if (request.identity === undefined) return showCollections(all)
  return showCollections(all.filter(({ identity }) => identity === found.identity))
}

/** Runs a cmdlet on settings. Throws a coded fault where it is refused; nothing has changed then. */
export const runCmdlet = async (cmdlet: Cmdlet, request: Request, parts: CmdletParts): Promise<Answer> => {
  const { practices, port, organisation, talk } = parts
  const settable = accept(asSettable(accept(findControl(practices, CONTROL))))
  const scope = accept(parseScope(settable, request.identity ?? GLOBAL, port.keeper))
  for (const assumption of request.assumptions) talk.notice(assumption)
  const settings = await port.list()
  const { scope: identity } = asKept(settable.control, { organisation, control: CONTROL, scope }, settings)
  const found: Found = { ...parts, settable, settings, identity }
  accept(checkExistence(cmdlet.verb, request, found))
  return cmdlet.verb === 'Get' ? runGet(request, found) : runChange(cmdlet, request, found)
}

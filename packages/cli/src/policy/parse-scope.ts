import { isOrganisation, type BooleanControl, type Scope } from '@candor/practices'
import { refused, right, wrong, type Checked } from './fault.js'
import type { NamedControl } from './find-control.js'
import { nearest } from './nearest.js'
import { unquote } from './parse-boolean.js'
import type { KeptSetting, SettingsPort, Target } from './settings-port.js'

type Settable = NamedControl<BooleanControl>

/** A scope as people write it, such as global, site:<site> or service:WebServer:<pool>. */
export const showScope = (scope: Scope): string =>
  'name' in scope ? scope.name : `${scope.prefix}<${scope.of}>`

const startOf = (scope: Scope): string => ('name' in scope ? scope.name : scope.prefix)

/** A pool's host name (it has a dot) is kept in lower case, as clients give it; other places keep their spelling. */
const identityOf = (scope: Scope, text: string): string => {
  if ('name' in scope) return scope.name
  const place = text.slice(scope.prefix.length)
  return scope.prefix + (scope.of === 'pool' && place.includes('.') ? place.toLowerCase() : place)
}

const matches = (scope: Scope, lower: string): boolean =>
  'name' in scope ? lower === scope.name.toLowerCase() : lower.startsWith(scope.prefix.toLowerCase())

const unknownScope = ({ name, control }: Settable, text: string): Checked<never> => {
  const near = nearest(text, control.scopes.map(startOf))
  const known = control.scopes.map(showScope).join(', ')
  return wrong(
    {
      en: `${name} has no scope ${JSON.stringify(text)}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
      es: `${name} no tiene el ámbito ${JSON.stringify(text)}.${near === undefined ? '' : ` ¿Quiso decir ${near}?`}`,
    },
    { en: `It has ${known}.`, es: `Tiene ${known}.` },
  )
}

const notAPlace = (scope: Scope, text: string): Checked<never> =>
  wrong(
    {
      en: `${JSON.stringify(text)} does not name a place.`,
      es: `${JSON.stringify(text)} no nombra ningún lugar.`,
    },
    {
      en: `Write ${showScope(scope)} with a name of letters, digits, hyphens and dots.`,
      es: `Escriba ${showScope(scope)} con un nombre de letras, dígitos, guiones y puntos.`,
    },
  )

const heldByDevice = (scope: Scope): Checked<never> =>
  refused(
    'CANDOR_SETTING_REFUSED',
    {
      en: `The scope ${startOf(scope)} is read from each device (Group Policy); a service cannot hold it.`,
      es: `El ámbito ${startOf(scope)} se lee en cada dispositivo (directiva de grupo); un servicio no lo puede tener.`,
    },
    {
      en: 'Set it by Group Policy, or in a settings file of the device with --settings-file.',
      es: 'Configúrelo con una directiva de grupo o, con --settings-file, en un archivo del dispositivo.',
    },
  )

/** The identity of a control's scope in a text, in any case, spelled as decisions read it. */
export const parseScope = (
  settable: Settable,
  text: string,
  keeper: SettingsPort['keeper'],
): Checked<string> => {
  const given = unquote(text)
  const scope = settable.control.scopes.find((known) => matches(known, given.toLowerCase()))
  if (scope === undefined) return unknownScope(settable, given)
  if ('name' in scope && scope.heldBy === 'device' && keeper === 'service') return heldByDevice(scope)
  const identity = identityOf(scope, given)
  if ('prefix' in scope && !isOrganisation(identity.slice(scope.prefix.length)))
    return notAPlace(scope, given)
  return right(identity)
}

/** The scope that is meant where none is given: the only one with a name that a service holds. */
export const scopeByDefault = ({ name, control }: Settable): Checked<string> => {
  const [only, ...others] = control.scopes.filter((scope) => 'name' in scope && scope.heldBy !== 'device')
  if (only !== undefined && others.length === 0) return right(startOf(only))
  const known = control.scopes.map(showScope).join(', ')
  return wrong(
    { en: `${name} has several scopes.`, es: `${name} tiene varios ámbitos.` },
    { en: `Add --scope with one of ${known}.`, es: `Añada --scope con uno de ${known}.` },
  )
}

/** Whether decisions read a scope of this very spelling. */
export const isScopeOf = ({ scopes }: BooleanControl, identity: string): boolean =>
  scopes.some((scope) => ('name' in scope ? scope.name === identity : identity.startsWith(scope.prefix)))

/** The target in the spelling that its setting is kept under, where only the case of the place's name differs. */
export const asKept = (control: BooleanControl, target: Target, settings: readonly KeptSetting[]): Target => {
  const lower = target.scope.toLowerCase()
  const same = settings.filter(
    (setting) =>
      setting.organisation === target.organisation &&
      setting.control === target.control &&
      setting.scope.toLowerCase() === lower &&
      isScopeOf(control, setting.scope),
  )
  if (same.some(({ scope }) => scope === target.scope)) return target
  return { ...target, scope: same[0]?.scope ?? target.scope }
}

import type { DevicePractices } from '../practices.js'
import { policyControlsOf, type PolicyControl } from './policy-controls.js'
import { STRING_IDS } from './strings.js'
import { element, xmlDocument } from './xml.js'

/** The namespace of both files ([MS-GPREG] section 2.2.2.2). */
export const POLICY_DEFINITIONS = 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions'

/** The schema's revision numbers have at most five digits. */
const MAX_REVISION = 99_999

const CATEGORY = 'Candor'
const SUPPORTED = 'CandorSupported'

/** The files' revision: it counts up with the practices. */
export const revisionOf = ({ version }: Pick<DevicePractices, 'version'>): string =>
  `1.${Math.min(version, MAX_REVISION)}`

const refersTo = (id: string): string => `$(string.${id})`

const classOf = ({ levels }: PolicyControl): string => {
  if (levels.length > 1) return 'Both'
  return levels[0] === 'user' ? 'User' : 'Machine'
}

const decimal = (name: string, value: string) => element(name, {}, [element('decimal', { value })])

const policyOf = (policy: PolicyControl) =>
  element(
    'policy',
    {
      name: policy.name,
      class: classOf(policy),
      displayName: refersTo(STRING_IDS.policy(policy.name)),
      explainText: refersTo(STRING_IDS.explain(policy.name)),
      key: policy.place.key,
      valueName: policy.place.valueName,
    },
    [
      element('parentCategory', { ref: CATEGORY }),
      element('supportedOn', { ref: SUPPORTED }),
      decimal('enabledValue', '1'),
      decimal('disabledValue', '0'),
    ],
  )

const namespacesOf = (product: string) => {
  const name = product.replaceAll('-', '_')
  return element('policyNamespaces', {}, [
    element('target', { prefix: name, namespace: `Candor.Policies.${name}` }),
  ])
}

/**
 * The ADMX file of a product: one policy for each yes-or-no control that Group Policy can set, which writes 1 (enabled)
 * or 0 (disabled) as REG_DWORD. Practices without such controls give a file without policies.
 */
export const renderAdmx = (practices: DevicePractices): string => {
  const revision = revisionOf(practices)
  const policies = policyControlsOf(practices).map(policyOf)
  const definition = element('definition', { name: SUPPORTED, displayName: refersTo(STRING_IDS.supported) })
  const category = element('category', { name: CATEGORY, displayName: refersTo(STRING_IDS.category) })
  return xmlDocument(
    element('policyDefinitions', { xmlns: POLICY_DEFINITIONS, revision, schemaVersion: '1.0' }, [
      namespacesOf(practices.product),
      element('resources', { minRequiredRevision: revision }),
      element('supportedOn', {}, [element('definitions', {}, [definition])]),
      element('categories', {}, [category]),
      // The schema wants no list of policies rather than an empty one.
      ...(policies.length > 0 ? [element('policies', {}, policies)] : []),
    ]),
  )
}

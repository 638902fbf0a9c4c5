import { CandorError, ERRORS, type Practices } from '@candor/practices'
import { parseSettingChange, type SettingChange } from '../../control-plane/setting.js'
import type { SettingsInForce } from '../../control-plane/settings-in-force.js'
import { findPractices } from '../../http/find-practices.js'
import type { Insight } from '../../insight/insight.js'
import { isoOf } from '../../people/grants.js'
import type { Principal } from '../../people/principal.js'
import type { Handlers } from '../call.js'
import type { SETTINGS_ROUTES } from '../contract/settings-routes.js'
import { describeControls } from './describe-controls.js'
import { createPreview, type PreviewParts } from './preview-setting.js'

/** What the routes of settings need. */
export interface SettingsParts extends PreviewParts {
  readonly products: readonly Practices[]
  readonly settings: SettingsInForce
  readonly insight: Insight
}

/** The change in a request, checked against the practices. Throws its refusal. */
const changeIn = (products: readonly Practices[], body: { readonly product?: string }): SettingChange => {
  const change = parseSettingChange(findPractices(products, body.product), body)
  if (change.kind === 'parsed') return change.value
  throw new CandorError(change.code, change.field === undefined ? {} : { field: change.field })
}

/** A pool or a site is set by the admins of the organisation that it belongs to. Throws CANDOR_ROLE_FORBIDS. */
const requireOwnScope = async (
  { controlPlane }: PreviewParts,
  principal: Principal,
  practices: Practices,
  { control, scope, organisation }: SettingChange,
): Promise<void> => {
  if (principal.kind === 'nobody' || principal.role !== 'organisation-admin') return
  const known = practices.controls[control]
  const placed =
    known?.kind === 'boolean'
      ? known.scopes.find((each) => 'prefix' in each && scope.startsWith(each.prefix))
      : undefined
  if (placed === undefined || !('prefix' in placed)) return
  const place = scope.slice(placed.prefix.length)
  const [table, column] = placed.of === 'pool' ? (['pools', 'fqdn'] as const) : (['sites', 'name'] as const)
  const rows = controlPlane
    .selectFrom(table)
    .select('organisation')
    .where(column as never, '=', place as never)
  const owned = await rows.where('organisation', '=', organisation).executeTakeFirst()
  if (owned === undefined) throw new CandorError('CANDOR_ROLE_FORBIDS', { scope: 'not a place of theirs' })
}

/** Settings of controls, and what a change of one would do. */
export const settingsHandlers = (parts: SettingsParts): Handlers<typeof SETTINGS_ROUTES> => {
  const { products, settings } = parts
  const preview = createPreview(parts)
  return {
    listControls: async ({ query }) => {
      const practices = findPractices(products, query.product)
      const census = { alwaysOn: true as const, reason: ERRORS.CANDOR_CENSUS_ALWAYS_ON.remedy }
      return { product: practices.product, controls: describeControls(practices), census }
    },
    listSettings: async ({ query }) => {
      const organisation = query.organisation?.toLowerCase()
      const isAsked = (name: string): boolean =>
        organisation === undefined || name === '' || name === organisation
      const all = settings.list(findPractices(products, query.product).product)
      return {
        revision: settings.revision(),
        settings: all
          .filter((setting) => isAsked(setting.organisation))
          .map(({ changedMillis, ...setting }) => ({ ...setting, changedAt: isoOf(changedMillis) })),
      }
    },
    changeSetting: async ({ principal, body, by, seen }) => {
      const change = changeIn(products, body)
      await requireOwnScope(parts, principal, findPractices(products, change.product), change)
      return { changed: change, revision: await settings.change(change, by, seen) }
    },
    previewSetting: async ({ principal, body, by }) => {
      const change = changeIn(products, body)
      const practices = findPractices(products, change.product)
      await requireOwnScope(parts, principal, practices, change)
      return preview(practices, change, by.nowMillis)
    },
  }
}

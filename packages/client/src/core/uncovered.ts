import { DATA_CATEGORIES, decide, type DecisionContext, type DevicePractices } from '@candor/practices'

/**
 * The data types, such as error.ErrorLog, that a choice control governs and that the user's consent is too old for,
 * whatever the other controls (which are left out here) say meanwhile.
 */
export const uncoveredBy = (
  control: string,
  practices: DevicePractices,
  context: DecisionContext,
): readonly string[] => {
  const alone = practices.controls[control]
  const controls = alone ? { [control]: alone } : {}
  return DATA_CATEGORIES.flatMap((category) =>
    Object.keys(practices.dataTypes[category]).map((name) => `${category}.${name}`),
  ).filter((id) => decide({ ...practices, controls }, id, context).reason === 'consent-outdated')
}

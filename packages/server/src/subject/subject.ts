import type { DeviceId, Pseudonym, ReportId } from '@candor/practices'

/** Whom a request in one lane is about, as the lane's rows know them. */
export type Subject =
  | { readonly by: 'reports'; readonly ids: readonly ReportId[] }
  | { readonly by: 'device'; readonly ids: readonly DeviceId[] }
  /** One pseudonym for each epoch whose keys are there. */
  | { readonly by: 'user'; readonly ids: readonly Pseudonym[] }

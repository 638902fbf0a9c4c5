import type { Settings } from '@candor/practices'

/** What the device itself holds, which no service can tell. It is only ever added to what the service says. */
export interface DeviceSettings {
  /** Settings by control and source, such as those of the machine's and the user's Group Policy. */
  readonly settings?: Settings
  /** The Windows Error Reporting values by level (machine, user). Default: none, so that nothing under them is collected. */
  readonly watson?: unknown
}

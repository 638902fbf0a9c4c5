/** A setting as it is kept. */
export interface KeptSetting {
  /** '' for the deployment's own. */
  readonly organisation: string
  readonly control: string
  /** A source or a scope's identity; EVERY_SCOPE where what is kept of the control is no object of scopes. */
  readonly scope: string
  /** As found: it may be malformed. */
  readonly value: unknown
}

/** The scope of what is kept in the place of a control's scopes, and cannot be read. */
export const EVERY_SCOPE = '*'

/** Where a setting is kept. */
export type Target = Omit<KeptSetting, 'value'>

/** A change of a setting; the value null removes it. */
export interface SettingChange extends Target {
  readonly value: boolean | null
}

/** Where settings are kept: a running service, or a file. */
export interface SettingsPort {
  /** Who decides at its scopes: a service cannot hold what each device holds itself. */
  readonly keeper: 'service' | 'file'
  /** All settings of the product. Throws a coded error where they cannot be read. */
  list(): Promise<readonly KeptSetting[]>
  /** Makes a change durable. Throws a coded error where it is refused; nothing has changed then. */
  change(change: SettingChange): Promise<void>
}

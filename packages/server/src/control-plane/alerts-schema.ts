/** The table of alerts. */
export interface AlertsTable {
  readonly id: string
  readonly product: string
  /** JSON: name, language, rule and channels. */
  readonly definition_json: string
  readonly secret: string
  readonly state: 'quiet' | 'firing'
  readonly since: number
  readonly checked_at: number
  /** JSON: what was heard, the last value, and messages that wait. */
  readonly progress_json: string
}

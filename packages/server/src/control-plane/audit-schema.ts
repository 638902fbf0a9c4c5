/** The tables of what was done, and of what was answered. */
export interface AuditTables {
  /** The audit log: appended to, never changed. Each entry holds the hash of the one before. */
  readonly audit_log: {
    readonly sequence: number
    readonly at: number
    readonly action: string
    readonly actor_json: string
    readonly address: string | null
    readonly target: string
    readonly before_json: string
    readonly after_json: string
    readonly previous: string
    readonly hash: string
  }
  /** Writes that came with an idempotency key; status null while they are under way. */
  readonly repetitions: {
    readonly actor: string
    readonly idempotency_key: string
    readonly request_hash: string
    readonly status: number | null
    readonly answer: string | null
    readonly begun_at: number
  }
}

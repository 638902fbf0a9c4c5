/** The control plane's tables, as Kysely types them. */
export interface ControlPlaneTables {
  /** Ingest keys, kept as SHA-256 hashes. */
  readonly product_keys: { readonly product: string; readonly key_hash: string; readonly created_at: number }
  /** Settings of controls. The organisation is '' for the deployment's own. */
  readonly settings: {
    readonly product: string
    readonly organisation: string
    readonly control: string
    readonly scope: string
    readonly value_json: string
    readonly updated_at: number
  }
  /** Numbers that count up, by name. */
  readonly revisions: { readonly name: string; readonly value: number }
  /** Every practices version that was ever served, with the fingerprint it was served under. */
  readonly practices_versions: {
    readonly product: string
    readonly version: number
    readonly fingerprint: string
    /** The definition as JSON, gzip, base64. */
    readonly definition: string
    readonly served_at: number
    /** When it was last begun to be served. */
    readonly last_served_at: number
  }
  /** Pools that host meetings, and the site each is at. */
  readonly pools: { readonly fqdn: string; readonly organisation: string; readonly site: string }
}

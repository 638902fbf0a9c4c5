/** A pool of servers that hosts meetings. */
export interface Pool {
  /** Its host name, which its settings are kept under. */
  readonly fqdn: string
  /** The organisation whose admins set its controls. */
  readonly organisation: string
  /** The site it stands at. */
  readonly site: string
}

/** The pools of the example's world. */
export const POOLS = [
  { fqdn: 'pool01.contoso.com', organisation: 'contoso.com', site: 'Redmond' },
  { fqdn: 'pool02.contoso.com', organisation: 'contoso.com', site: 'Madrid' },
  { fqdn: 'pool01.fabrikam.com', organisation: 'fabrikam.com', site: 'Barcelona' },
  { fqdn: 'pool01.litwareinc.com', organisation: 'litwareinc.com', site: 'Munich' },
] as const satisfies readonly Pool[]

/** The pool of a host name in any case; undefined where the world has none of that name. */
export const findPool = (fqdn: string): Pool | undefined =>
  POOLS.find((pool) => pool.fqdn === fqdn.toLowerCase())

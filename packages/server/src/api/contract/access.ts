/** Who may do what with the control plane. Insights, settings and people are governed by these. */
export const ACCOUNT_ROLES = [
  'operator',
  'organisation-admin',
  'privacy-officer',
  'analyst',
  'auditor',
] as const

/** The role of an account or of an API token; an account has one. */
export type AccountRole = (typeof ACCOUNT_ROLES)[number]

/**
 * Where a request says which organisation it is about: an organisation admin may name their own there, and no other.
 * answer: the request names none, and what is answered is confined to their organisation.
 */
export type OrganisationPlace = 'params' | 'query' | 'body' | 'answer'

/** Who may call a route. */
export type Access =
  /** Everybody, without an account. */
  | { readonly kind: 'everybody' }
  /** Everybody where the service shows its insights openly, else the roles. */
  | { readonly kind: 'insights'; readonly roles: readonly AccountRole[] }
  /** Programs of this machine, else operators; at an address of its own, everybody. */
  | { readonly kind: 'metrics'; readonly roles: readonly ['operator'] }
  /** Whoever is signed in, for what is their own. */
  | { readonly kind: 'signed-in' }
  | {
      readonly kind: 'roles'
      readonly roles: readonly AccountRole[]
      /** Where the organisation is named. Only a rule that says so lets organisation admins in. */
      readonly organisationIn?: OrganisationPlace
    }

/** Open to everybody. */
export const EVERYBODY: Access = { kind: 'everybody' }

/** For whoever is signed in. */
export const SIGNED_IN: Access = { kind: 'signed-in' }

/** For the roles, whatever organisation it is about. Organisation admins cannot be among them. */
export const roles = (...names: readonly Exclude<AccountRole, 'organisation-admin'>[]): Access => ({
  kind: 'roles',
  roles: names,
})

/** For the roles, and for the admins of the organisation that the request names. */
export const rolesAndAdmins = (
  organisationIn: OrganisationPlace,
  ...names: readonly Exclude<AccountRole, 'organisation-admin'>[]
): Access => ({ kind: 'roles', roles: [...names, 'organisation-admin'], organisationIn })

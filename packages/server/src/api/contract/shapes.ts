import { DATA_CATEGORIES, ERRORS, LANGUAGES, ROLES } from '@candor/practices'
import { Type, type TSchema } from 'typebox'
import { ACCOUNT_ROLES } from './access.js'

/** An object of exactly these fields. */
export const exactly = <const P extends Readonly<Record<string, TSchema>>>(
  properties: P,
  options: { readonly description?: string } = {},
) => Type.Object(properties, { additionalProperties: false, ...options })

/** A text of at most so many characters, none of them a control character. */
export const text = (maxLength: number, description?: string) =>
  Type.String({
    minLength: 1,
    maxLength,
    pattern: String.raw`^[^\u0000-\u001f\u007f]+$`,
    ...(description !== undefined && { description }),
  })

/** Says of a secret when it is there. */
export const SHOWN_ONCE = 'Shown once: missing where the same request is answered again'

/** A value, or null. */
export const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])

export const Category = Type.Enum([...DATA_CATEGORIES])
export const AccountRole = Type.Enum([...ACCOUNT_ROLES])
/** Who the practices say may set a control. */
export const ControlSetter = Type.Enum([...ROLES])
export const Language = Type.Enum([...LANGUAGES])
export const Localised = exactly({ en: Type.String(), es: Type.String() })

export const Instant = Type.String({ format: 'date-time', description: 'ISO 8601, UTC' })
export const Count = Type.Integer({ minimum: 0 })
export const Revision = Type.Integer({
  minimum: 0,
  description: 'Counts up with each change; send it back as If-Match: "<revision>". 0: not there yet.',
})

export const ProductName = Type.String({ minLength: 1, maxLength: 128 })
export const OrganisationName = Type.String({
  minLength: 1,
  maxLength: 253,
  description: 'A registered name such as contoso.com',
})
export const OrganisationOrDeployment = Type.String({
  maxLength: 253,
  description: "A registered name such as contoso.com; '' for the deployment's own",
})
export const SiteName = text(255)
export const PoolName = Type.String({ minLength: 1, maxLength: 253 })
export const ViewName = Type.String({
  minLength: 1,
  maxLength: 100,
  pattern: String.raw`^[^\u0000-\u001f\u007f]+$`,
})
/** A version that came out: its letters and signs steer no terminal and fit into an address. */
export const ReleasedVersion = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$' })
export const ReleaseDay = Type.String({
  pattern: String.raw`^\d{4}-\d\d-\d\d$`,
  description: 'Such as 2026-11-22 (UTC)',
})
export const Id = Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' })
export const Email = Type.String({ format: 'email', maxLength: 254 })

/** The product that is asked about. Default: the first one. */
export const ProductQuery = exactly({ product: Type.Optional(ProductName) })

export const Problem = exactly(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.Enum(Object.keys(ERRORS) as (keyof typeof ERRORS)[]),
    remedy: Type.String(),
    detail: Type.Optional(Type.String()),
    current: Type.Optional(
      Type.Unknown({
        description: 'With 409 and 412: what is there now, as the route that reads it answers it',
      }),
    ),
  },
  { description: 'A problem document (RFC 9457) with the code of docs/errors.md and the way out' },
)

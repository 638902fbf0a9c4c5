import type { TSchema } from 'typebox'
import * as alerts from './alert-routes.js'
import * as audit from './audit-routes.js'
import * as data from './data-routes.js'
import * as explain from './explain-routes.js'
import * as insight from './insight-routes.js'
import * as keys from './key-routes.js'
import * as organisation from './organisation-routes.js'
import * as people from './people-routes.js'
import * as practices from './practices-routes.js'
import * as session from './session-routes.js'
import * as settings from './settings-routes.js'
import * as shapes from './shapes.js'
import * as subject from './subject-routes.js'

const ALL: readonly (readonly [string, unknown])[] = [
  shapes,
  session,
  people,
  organisation,
  settings,
  explain,
  keys,
  practices,
  insight,
  alerts,
  data,
  subject,
  audit,
].flatMap((room) => Object.entries(room))

const isNamed = ([name, value]: readonly [string, unknown]): boolean =>
  /^[A-Z][a-z]/.test(name) &&
  typeof value === 'object' &&
  value !== null &&
  ('properties' in value || 'enum' in value)

/** The shapes that have a name of their own in OpenAPI: objects and enumerations. */
export const NAMED_SHAPES: readonly (readonly [string, TSchema])[] = ALL.filter(isNamed) as never

import type { Localised } from '../language.js'

/** A host that clients of a cloud talk to. */
export interface Endpoint {
  readonly host: string
  /** Default 443. */
  readonly port?: number
  readonly purpose: Localised
  /** required: nothing arrives without it. optional: something is missing, as `ifBlocked` says. */
  readonly need: 'required' | 'optional'
  /** What breaks if a firewall blocks it. */
  readonly ifBlocked: Localised
  /** The version of the list that first had it. */
  readonly since: number
}

/** A cloud with endpoints of its own. The first endpoint is where clients send. */
export interface Cloud {
  readonly label: Localised
  readonly endpoints: readonly Endpoint[]
}

/** What changed with a version of the list. */
export interface EndpointChange {
  readonly version: number
  readonly text: Localised
}

/** The endpoints of each cloud, for clients and for the admins of firewalls. */
export interface EndpointList {
  /** Counts up with each change. */
  readonly version: number
  readonly clouds: Readonly<Record<string, Cloud>>
  readonly changes: readonly EndpointChange[]
}

const DEFAULT_PORT = 443

/**
 * The base URL that a client of a cloud sends to; empty where the cloud is unknown or has no endpoint. A client that
 * is given the empty URL sends nothing and opens no socket.
 */
export const endpointOf = (list: EndpointList, cloud: string): string => {
  const [first] = Object.hasOwn(list.clouds, cloud) ? (list.clouds[cloud]?.endpoints ?? []) : []
  if (first === undefined || first.host === '') return ''
  const { host, port = DEFAULT_PORT } = first
  return port === DEFAULT_PORT ? `https://${host}` : `https://${host}:${port}`
}

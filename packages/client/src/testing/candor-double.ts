import { DATA_CATEGORIES, type DataCategory, type DevicePractices } from '@candor/practices'

import type { Candor } from '../core/candor.js'
import type { LostSession, SessionParts } from '../collect/sessions.js'
import { createListenerSet } from './listener-set.js'

type DataTypes = { readonly [C in DataCategory]?: DevicePractices['dataTypes'][C] }
type Reported = Readonly<Record<string, unknown>>

/** What automatic collection works with, watched from outside. */
export interface CandorDouble {
  readonly parts: SessionParts
  /** What each recorder was given, by data type such as usage.Sessions. */
  readonly recorded: Readonly<Record<string, readonly unknown[]>>
  /** Each error report with what was attached to it. */
  readonly reports: readonly Reported[]
  readonly lines: readonly (readonly [level: string, message: string])[]
  readonly attachedNames: () => readonly string[]
  readonly sessionCalls: readonly string[]
  readonly lose: (session: LostSession) => void
  /** Signs in a user by the local key; undefined signs out. */
  readonly signIn: (user: string | undefined) => void
  readonly forbid: (...ids: readonly string[]) => void
  readonly allow: (...ids: readonly string[]) => void
}

type IsCollected = (id: string) => boolean

const createRecordersDouble = (dataTypes: DataTypes, isCollected: IsCollected) => {
  const recorded: Record<string, unknown[]> = {}
  const recorderOf = (id: string) => {
    const take = (value: unknown = 1): void => {
      if (isCollected(id)) (recorded[id] ??= []).push(value)
    }
    return { add: take, set: take, record: take }
  }
  const recordersOf = (category: DataCategory) =>
    Object.fromEntries(
      Object.keys(dataTypes[category] ?? {}).map((name) => [name, recorderOf(`${category}.${name}`)]),
    )
  return { recorded, census: recordersOf('census'), usage: recordersOf('usage') }
}

const createErrorDouble = (isCollected: IsCollected) => {
  const reports: Reported[] = []
  const lines: [string, string][] = []
  const attached = new Map<string, () => unknown>()
  const around = () =>
    [...attached]
      .map(([name, read]) => [name, isCollected(`error.${name}`) ? read() : undefined] as const)
      .filter(([, value]) => value !== undefined)
  const error = {
    report: (given: Reported) => void reports.push({ ...Object.fromEntries(around()), ...given }),
    log: (level: string, message: string) => void lines.push([level, message]),
    attach: (name: string, read: () => unknown) => {
      attached.set(name, read)
      return () => void attached.delete(name)
    },
  }
  return { error, reports, lines, attachedNames: () => [...attached.keys()] }
}

/** Begins with everything allowed. What is forbidden is not recorded, as the gate would have it. */
export const createCandorDouble = (dataTypes: DataTypes, app?: SessionParts['app']): CandorDouble => {
  const sessionCalls: string[] = []
  let user: string | undefined
  const forbidden = new Set<string>()
  const changes = createListenerSet<[]>()
  const lost = createListenerSet<[LostSession]>()
  const isCollected: IsCollected = (id) => !forbidden.has(id)
  const { recorded, census, usage } = createRecordersDouble(dataTypes, isCollected)
  const { error, ...watched } = createErrorDouble(isCollected)
  const candor: unknown = {
    practices: { dataTypes: { census: {}, usage: {}, error: {}, ...dataTypes } },
    census,
    usage,
    error,
    decide: (id: string) => ({ collect: isCollected(id) }),
    subscribe: changes.add,
  }
  const sessions = {
    begin: () => void sessionCalls.push('begin'),
    end: () => void sessionCalls.push('end'),
    isOfUser: (session: LostSession) => session.user === user,
    onLost: lost.add,
  }
  return {
    ...watched,
    parts: { candor: candor as Candor, app, sessions },
    recorded,
    sessionCalls,
    lose: lost.call,
    signIn: (next) => {
      user = next
      changes.call()
    },
    forbid: (...ids) => {
      for (const id of ids) forbidden.add(id)
      changes.call()
    },
    allow: (...ids) => {
      for (const id of ids) forbidden.delete(id)
      changes.call()
    },
  }
}

/** The data types of practices without some, such as usage.Crashes. */
export const withoutTypes = ({ dataTypes }: DevicePractices, ...ids: readonly string[]): DataTypes =>
  Object.fromEntries(
    DATA_CATEGORIES.map((category) => [
      category,
      Object.fromEntries(
        Object.entries(dataTypes[category]).filter(([name]) => !ids.includes(`${category}.${name}`)),
      ),
    ]),
  )

import { isObject } from '@candor/practices'

/** A report of a body, as far as it can be read. */
export interface ReadReport {
  readonly id: string
  readonly from: string
  readonly to: string
  /** Values by data type. */
  readonly data: Readonly<Record<string, unknown>>
  /** The decision it was made under, where it names one. */
  readonly decision: { readonly control: string; readonly source: string } | undefined
}

/** A request's body, as far as it can be read. */
export interface ReadBody {
  /** What it says of all its reports, such as practices, client and os. */
  readonly head: readonly (readonly [string, string])[]
  readonly reports: readonly ReadReport[]
}

const NOTHING: ReadBody = { head: [], reports: [] }

/** A text's JSON, or undefined where it is none. */
export const parseJsonText = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

const readReport = (report: Readonly<Record<string, unknown>>): ReadReport => {
  const { id, from, to, data, decision } = report
  const basis = isObject(decision) ? decision : undefined
  return {
    id: textOf(id),
    from: textOf(from),
    to: textOf(to),
    data: isObject(data) ? data : {},
    decision: basis && { control: textOf(basis['control']), source: textOf(basis['source']) },
  }
}

/** Reads a request's body for people; the body itself is shown beside it as it is. */
export const readBody = (body: string): ReadBody => {
  const envelope = parseJsonText(body)
  if (!isObject(envelope)) return NOTHING
  const { reports, v: _, ...head } = envelope
  return {
    head: Object.entries(head).map(([name, value]) => [name, textOf(value)] as const),
    reports: Array.isArray(reports) ? reports.filter(isObject).map(readReport) : [],
  }
}

import type { IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { LIMITS, type Parsed } from '@candor/practices'
import type { LimitOptions } from '../admission/limits.js'

const unzip = promisify(gunzip)

/** How much bodies may hold, in bytes: one after decompression, and all on their way together. */
type BodyLimits = Required<Pick<LimitOptions, 'maxEnvelopeBytes' | 'maxBytesUnderWay'>>

/** The bytes that all bodies on their way hold together. */
interface Budget extends BodyLimits {
  used: number
}

const DEFAULTS: BodyLimits = { maxEnvelopeBytes: LIMITS.maxEnvelopeBytes, maxBytesUnderWay: 134_217_728 }

const tooLarge: Parsed<never> = { kind: 'refused', code: 'CANDOR_ENVELOPE_TOO_LARGE' }
const busy: Parsed<never> = { kind: 'refused', code: 'CANDOR_BUSY' }

/** Collects a body while the budget lasts, then makes something of it; what is too large or too much is read on, but not kept. */
const collect = async <T>(
  request: IncomingMessage,
  budget: Budget,
  make: (body: Parsed<Buffer>) => T | Promise<T>,
): Promise<T> =>
  new Promise((resolve, reject) => {
    let chunks: Buffer[] = []
    let kept = 0
    let refused: Parsed<never> | undefined
    const letGo = (): void => {
      budget.used -= kept
      kept = 0
    }
    const refuse = (reason: Parsed<never>): void => {
      refused = reason
      chunks = []
      letGo()
    }
    request.on('data', (chunk: Buffer) => {
      if (refused !== undefined) return
      if (kept + chunk.length > budget.maxEnvelopeBytes) return refuse(tooLarge)
      if (budget.used + chunk.length > budget.maxBytesUnderWay) return refuse(busy)
      kept += chunk.length
      budget.used += chunk.length
      chunks.push(chunk)
    })
    request.on('end', () => {
      letGo()
      resolve(make(refused ?? { kind: 'parsed', value: joined(chunks) }))
    })
    request.on('close', () => {
      // Every request closes; an error, and the stack in it, is made for those alone that were not read to their end.
      if (request.readableEnded) return
      letGo()
      reject(new Error('the request was aborted'))
    })
    request.on('error', reject)
  })

const joined = (chunks: readonly Buffer[]): Buffer => {
  const [only = Buffer.alloc(0)] = chunks
  return chunks.length < 2 ? only : Buffer.concat(chunks)
}

const decode = async (body: Buffer, { maxEnvelopeBytes }: Budget): Promise<Parsed<unknown>> => {
  try {
    return parseJson(await unzip(body, { maxOutputLength: maxEnvelopeBytes }))
  } catch (error) {
    const isTooLarge = error instanceof RangeError
    return { kind: 'refused', code: isTooLarge ? 'CANDOR_ENVELOPE_TOO_LARGE' : 'CANDOR_ENCODING_UNSUPPORTED' }
  }
}

const parseJson = (body: Buffer): Parsed<unknown> => {
  try {
    return { kind: 'parsed', value: JSON.parse(body.toString('utf8')) as unknown }
  } catch {
    return { kind: 'refused', code: 'CANDOR_ENVELOPE_MALFORMED', field: 'body' }
  }
}

const READABLE_TYPES: ReadonlySet<string> = new Set(['application/json', 'text/plain'])

const isReadableType = (type: string): boolean =>
  READABLE_TYPES.has(type) || READABLE_TYPES.has(type.split(';')[0]?.trim().toLowerCase() ?? '')

const unsupported = (field: string): Parsed<never> => ({
  kind: 'refused',
  code: 'CANDOR_ENCODING_UNSUPPORTED',
  field,
})

/** Reads the JSON of a request body. */
export type BodyReader = (request: IncomingMessage) => Promise<Parsed<unknown>>

/**
 * Makes the reader of bodies: application/json or text/plain, plain or gzip, at most `maxEnvelopeBytes` (1 MiB)
 * after decompression, and at most `maxBytesUnderWay` (128 MiB) under way at once (else CANDOR_BUSY). A body that is
 * refused is read to its end, but not kept.
 */
export const createBodyReader = (limits: LimitOptions = {}): BodyReader => {
  const budget: Budget = { ...DEFAULTS, ...limits, used: 0 }
  return async (request) => {
    const { 'content-type': type = 'text/plain', 'content-encoding': encoding = 'identity' } = request.headers
    const isReadable = isReadableType(type)
    return collect(request, budget, (body) => {
      if (!isReadable) return unsupported('content-type')
      if (body.kind === 'refused') return body
      if (encoding === 'identity') return parseJson(body.value)
      return encoding === 'gzip' ? decode(body.value, budget) : unsupported('content-encoding')
    })
  }
}

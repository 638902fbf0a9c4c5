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

/** Collects a body while the budget lasts; what is too large or too much is read on, but not kept. */
const collect = (request: IncomingMessage, budget: Budget): Promise<Parsed<Buffer>> =>
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
      const [only = Buffer.alloc(0)] = chunks
      resolve(refused ?? { kind: 'parsed', value: chunks.length < 2 ? only : Buffer.concat(chunks) })
    })
    request.on('close', () => {
      letGo()
      reject(new Error('the request was aborted'))
    })
    request.on('error', reject)
  })

const decode = async (body: Buffer, { maxEnvelopeBytes }: Budget): Promise<Parsed<Buffer>> => {
  try {
    return { kind: 'parsed', value: await unzip(body, { maxOutputLength: maxEnvelopeBytes }) }
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
    const body = await collect(request, budget)
    const { 'content-type': type = 'text/plain', 'content-encoding': encoding = 'identity' } = request.headers
    if (!READABLE_TYPES.has(type.split(';')[0]?.trim().toLowerCase() ?? '')) {
      return { kind: 'refused', code: 'CANDOR_ENCODING_UNSUPPORTED', field: 'content-type' }
    }
    if (body.kind === 'refused') return body
    if (encoding === 'identity') return parseJson(body.value)
    if (encoding !== 'gzip') {
      return { kind: 'refused', code: 'CANDOR_ENCODING_UNSUPPORTED', field: 'content-encoding' }
    }
    const decoded = await decode(body.value, budget)
    return decoded.kind === 'parsed' ? parseJson(decoded.value) : decoded
  }
}

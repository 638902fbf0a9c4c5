import type { IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { LIMITS, type Parsed } from '@candor/practices'

const unzip = promisify(gunzip)

const collect = (request: IncomingMessage): Promise<Buffer | undefined> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= LIMITS.maxEnvelopeBytes) chunks.push(chunk)
    })
    request.on('end', () => {
      const [only = Buffer.alloc(0)] = chunks
      const body = chunks.length < 2 ? only : Buffer.concat(chunks)
      resolve(bytes > LIMITS.maxEnvelopeBytes ? undefined : body)
    })
    request.on('aborted', () => reject(new Error('the request was aborted')))
    request.on('error', reject)
  })

const decode = async (body: Buffer): Promise<Parsed<Buffer>> => {
  try {
    return { kind: 'parsed', value: await unzip(body, { maxOutputLength: LIMITS.maxEnvelopeBytes }) }
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

/**
 * The JSON of a request body: application/json or text/plain, plain or gzip, at most 1 MiB after decompression. A
 * larger body is read to its end, so that the answer reaches the client, but not kept.
 */
export const readBody = async (request: IncomingMessage): Promise<Parsed<unknown>> => {
  const body = await collect(request)
  const { 'content-type': type = 'text/plain', 'content-encoding': encoding = 'identity' } = request.headers
  if (!READABLE_TYPES.has(type.split(';')[0]?.trim().toLowerCase() ?? '')) {
    return { kind: 'refused', code: 'CANDOR_ENCODING_UNSUPPORTED', field: 'content-type' }
  }
  if (body === undefined) return { kind: 'refused', code: 'CANDOR_ENVELOPE_TOO_LARGE' }
  if (encoding === 'identity') return parseJson(body)
  if (encoding !== 'gzip')
    return { kind: 'refused', code: 'CANDOR_ENCODING_UNSUPPORTED', field: 'content-encoding' }
  const decoded = await decode(body)
  return decoded.kind === 'parsed' ? parseJson(decoded.value) : decoded
}

import { readFileSync } from 'node:fs'
import { PassThrough, Readable, Writable } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decideLines } from './decide.js'

interface Vector {
  readonly context: Readonly<Record<string, unknown>>
  readonly decision: Readonly<Record<string, unknown>>
}

const vectors = readFileSync(
  new URL('../../../practices/src/decide/decisions.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Vector)

const questions = vectors.map(({ context }) => JSON.stringify(context))

/** Runs it on an input that comes in pieces; what is no text is not cut at the borders of characters. */
const answers = async (pieces: Iterable<string | Buffer>): Promise<readonly Record<string, unknown>[]> => {
  const output = new PassThrough()
  const written = output.toArray()
  await decideLines(Readable.from(pieces, { objectMode: false }), output)
  output.end()
  const text = Buffer.concat(await written).toString('utf8')
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

const question = '{"dataType":"usage.IMSent","client":"desktop","os":"Windows"}'
const decided: unknown = expect.objectContaining({ collect: true, source: 'default' })
const refused: unknown = expect.objectContaining({ code: 'CANDOR_QUERY_REFUSED' })

test('every vector is decided, in order', async () => {
  const given = await answers([`${questions.join('\n')}\n`])
  expect(given).toHaveLength(vectors.length)
  for (const [at, { decision }] of vectors.entries()) expect(given[at]).toMatchObject(decision)
})

test.each([
  ['carriage returns', `${question}\r\n${question}\r\n`, [decided, decided]],
  ['blank lines', `\n${question}\n  \n\r\n\n${question}\n`, [decided, decided]],
  ['a last line without a line feed', `${question}\n${question}`, [decided, decided]],
  ['a byte order mark', `\uFEFF${question}\n`, [decided]],
  ['a broken line', `${question}\n{"dataType":\n${question}\n`, [decided, refused, decided]],
  [
    'lines that are no questions',
    '5\nnull\n"x"\n[]\n{}\n{"dataType":7}\n',
    Array.from({ length: 6 }, () => refused),
  ],
  [
    'a line separator inside a text',
    '{"dataType":"usage.IMSent","client":"desktop","os":"a\u2028b"}\n',
    [decided],
  ],
  ['nothing', '', []],
])('%s', async (_what, input, expected) => {
  expect(await answers([input])).toEqual(expected)
})

test('where the input is cut makes no difference, inside a character neither', async () => {
  const input = Buffer.from(
    `${questions.slice(0, 5).join('\r\n')}\n{"dataType":"usage.IMSent","client":"désktop 😀","os":"x"}`,
  )
  const whole = await answers([input])
  expect(whole).toHaveLength(6)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: input.length })), async (cuts) => {
      const at = [0, ...cuts.toSorted((one, other) => one - other), input.length]
      const pieces = at.slice(1).map((end, piece) => input.subarray(at[piece], end))
      expect(await answers(pieces.filter(({ length }) => length > 0))).toEqual(whole)
    }),
  )
})

test('ends quietly where nobody reads on, and not where writing fails otherwise', async () => {
  const failing = (code: string) =>
    new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) })
  await expect(decideLines(Readable.from([question]), failing('EPIPE'))).resolves.toBeUndefined()
  await expect(decideLines(Readable.from([question]), failing('ENOSPC'))).rejects.toThrow('ENOSPC')
})

test('reads no further than its reader follows', async () => {
  const most = 100_000
  let read = 0
  const lines = function* (): Generator<string> {
    for (; read < most; read += 1) yield `${question}\n`
  }
  const stuck = new Writable({ write: () => undefined })
  const whole = decideLines(Readable.from(lines(), { objectMode: false }), stuck)
  for (let turn = 0; turn < 500; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  expect(read).toBeGreaterThan(0)
  expect(read).toBeLessThan(most / 10)
  stuck.destroy(Object.assign(new Error('closed'), { code: 'EPIPE' }))
  await whole
})

import { CandorError } from '@candor/practices'
import { describe, expect, test } from 'vitest'
import { createLog, type LogLevel } from './log.js'
import { logFailure } from './log-failure.js'

const world = (format: 'json' | 'text' = 'json', level: LogLevel = 'info') => {
  const lines: string[] = []
  const clock = { millis: Date.UTC(2026, 0, 2, 3, 4, 5) }
  const log = createLog({ level, format, write: (line) => void lines.push(line), now: () => clock.millis })
  return { lines, clock, log, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> }
}

describe('the log', () => {
  test('is one JSON object a line: level, time, code, message and facts', () => {
    const { log, lines, last } = world()
    log.warn({ code: 'CANDOR_BUSY', message: 'Too much', facts: { seconds: 3 } })
    expect(lines[0]).toMatch(/^\{.*\}\n$/)
    expect(last()).toEqual({
      level: 'warn',
      time: '2026-01-02T03:04:05.000Z',
      code: 'CANDOR_BUSY',
      message: 'Too much',
      facts: { seconds: 3 },
    })
  })

  test('is readable text on a terminal', () => {
    const { log, lines } = world('text')
    log.info({ message: 'The service runs', facts: { port: 8787 } })
    log.error({ code: 'CANDOR_BUSY', message: 'Too much' })
    expect(lines).toEqual([
      '03:04:05 info  The service runs; port=8787\n',
      '03:04:05 error CANDOR_BUSY Too much\n',
    ])
  })

  test('leaves out what is below its level', () => {
    const { log, lines } = world('json', 'warn')
    log.info({ message: 'The service runs' })
    expect(lines).toEqual([])
  })

  test('says the same code at most once in ten seconds, then with how many were left out', () => {
    const { log, lines, clock, last } = world()
    for (let time = 0; time < 5; time += 1) log.error({ code: 'CANDOR_BUSY', message: 'Too much' })
    log.error({ code: 'CANDOR_INTERNAL', message: 'Another' })
    expect(lines).toHaveLength(2)
    clock.millis += 10_000
    log.error({ code: 'CANDOR_BUSY', message: 'Too much' })
    expect(last()['leftOut']).toBe(4)
  })

  test("tells a failure's kind, system code and place, never its message", () => {
    const { log, last, lines } = world()
    const cause = Object.assign(new Error('cannot parse sip:marked@contoso.com'), { code: 'ENOSPC' })
    logFailure(log)('CANDOR_STORE_UNAVAILABLE', new CandorError('CANDOR_STORE_UNAVAILABLE', {}, { cause }))
    expect(last()['facts']).toMatchObject({ error: 'Error', cause: 'ENOSPC' })
    expect(JSON.stringify(last()['facts'])).toContain('log.test.ts:')
    expect(lines.join('')).not.toContain('marked')
  })
})

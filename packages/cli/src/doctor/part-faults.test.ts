import { expect, test } from 'vitest'
import { foundFault, parseReadiness } from './part-faults.js'

const answer = (more: object): string => JSON.stringify({ status: 'ready', ...more })

test.each(['', '[]', '{}', '{"status":"fine"}', '<html>'])('%j is no answer of a service', (body) => {
  expect(parseReadiness(body)).toBeUndefined()
})

test('what keeps reports out is a problem, what a service lives with a warning, each with a way out in both languages', () => {
  const told = parseReadiness(
    answer({
      parts: ['collectors'],
      faults: [
        { part: 'collectors', code: 'CANDOR_COLLECTOR_ENDED' },
        { part: 'clock', code: 'CANDOR_CLOCK_WENT_BACK', since: '2026-11-30T12:00:00.000Z' },
        { part: 'loader', code: 'CANDOR_STORE_UNAVAILABLE' },
      ],
    }),
  )
  const found = told?.faults.map((fault) => foundFault(fault, told)) ?? []
  expect(found.map(({ state }) => state)).toEqual(['problem', 'warning', 'problem'])
  expect(found[1]?.message).toEqual({
    en: "clock: The machine's clock went back (CANDOR_CLOCK_WENT_BACK, since 2026-11-30T12:00:00.000Z)",
    es: 'clock: El reloj de la máquina retrocedió (CANDOR_CLOCK_WENT_BACK, desde 2026-11-30T12:00:00.000Z)',
  })
  for (const { wayOut } of found) expect([wayOut?.en, wayOut?.es].join()).toMatch(/^[A-Z].*\.,[A-Z].*\.$/)
})

test('what a newer service tells and this one does not know is left out', () => {
  expect(parseReadiness(answer({ faults: [{ part: 'spool', code: 'CANDOR_NEW' }, null] }))?.faults).toEqual(
    [],
  )
})

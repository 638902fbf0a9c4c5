import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bindArguments } from './bind-arguments.js'
import { CMDLETS } from './cmdlet.js'
import type { Parameter, ParameterValue } from './parameter.js'

const { parameters } = CMDLETS.Set
const on = { kind: 'boolean', value: true }
const off = { kind: 'boolean', value: false }
const lost = { kind: 'lost' }
const text = (value: string) => ({ kind: 'text', text: value })

const bind = (...args: readonly string[]): Readonly<Record<string, ParameterValue>> | string => {
  const bound = bindArguments(parameters, args)
  return bound.kind === 'bound' ? Object.fromEntries(bound.parameters) : bound.fault.kind
}

describe('a boolean parameter', () => {
  test.each([
    [['-MeetingUxEnableTelemetry', '$True'], on],
    [['-MeetingUxEnableTelemetry', '$true'], on],
    [['-MeetingUxEnableTelemetry', "'$True'"], on],
    [['-MeetingUxEnableTelemetry', 'True'], on],
    [['-MeetingUxEnableTelemetry', '1'], on],
    [['-MeetingUxEnableTelemetry:$true'], on],
    [['-MeetingUxEnableTelemetry:', '$true'], on],
    [['-meetinguxenabletelemetry', '$FALSE'], off],
    [['-Meet', '0'], off],
    [['-m:false'], off],
    [['\u2013MeetingUxEnableTelemetry', '\u201C$False\u201D'], off],
  ])('%j', (args, value) => {
    expect(bind(...args)).toEqual({ MeetingUxEnableTelemetry: value })
  })

  test.each([
    [['-MeetingUxEnableTelemetry']],
    [['-MeetingUxEnableTelemetry', '']],
    [['-MeetingUxEnableTelemetry:']],
    [['-MeetingUxEnableTelemetry', '-Identity', 'global']],
  ])('whose value the shell took away is bound as lost: %j', (args) => {
    expect(bind(...args)).toMatchObject({ MeetingUxEnableTelemetry: lost })
  })
})

describe('the other parameters', () => {
  test.each([
    [['-Identity', 'site:Redmond'], { Identity: text('site:Redmond') }],
    [['-Ident:service:WebServer:p.contoso.com'], { Identity: text('service:WebServer:p.contoso.com') }],
    [['site:Redmond'], { Identity: text('site:Redmond') }],
    [['-WhatIf', 'site:Redmond'], { WhatIf: on, Identity: text('site:Redmond') }],
    [['-wi', '-Confirm:$false'], { WhatIf: on, Confirm: off }],
    [['-Confirm:'], { Confirm: lost }],
    [['-cf', '-Identity', '"global"'], { Confirm: on, Identity: text('global') }],
    [[], {}],
  ])('%j', (args, values) => {
    expect(bind(...args)).toEqual(values)
  })
})

test.each([
  [['-Filter', '*'], 'unknown-parameter'],
  [['-LocalStore'], 'unknown-parameter'],
  [['--organization', 'contoso.com'], 'unknown-parameter'],
  [['-Identity', 'a', '-ident', 'b'], 'repeated-parameter'],
  [['-Identity'], 'missing-value'],
  [['-Identity', ''], 'missing-value'],
  [['-Identity', '-WhatIf'], 'missing-value'],
  [['-M', 'yes'], 'not-a-boolean'],
  [['-M', '2'], 'not-a-boolean'],
  [['-WhatIf:maybe'], 'not-a-boolean'],
  [['global', 'site:Redmond'], 'stray-value'],
  [['-Identity', 'global', '$false'], 'stray-value'],
])('%j is refused: %s', (args, fault) => {
  expect(bind(...args)).toBe(fault)
})

test('a beginning that several parameters share is refused with their names, a whole name is not', () => {
  const alike: readonly Parameter[] = [
    { name: 'Pool', kind: 'text' },
    { name: 'PoolSite', kind: 'text' },
  ]
  expect(bindArguments(alike, ['-Po', 'x'])).toEqual({
    kind: 'refused',
    fault: { kind: 'ambiguous-parameter', given: 'Po', candidates: ['Pool', 'PoolSite'] },
  })
  expect(bindArguments(alike, ['-pool', 'x']).kind).toBe('bound')
})

test('a name that is nearly one is refused with the one that was meant', () => {
  expect(bindArguments(parameters, ['-MeetingUxEnabledTelemetry', '1'])).toMatchObject({
    fault: { near: 'MeetingUxEnableTelemetry' },
  })
})

const caseless = (word: string) =>
  fc
    .array(fc.boolean(), { minLength: word.length, maxLength: word.length })
    .map((upper) =>
      Array.from(word, (letter, at) => (upper[at] ? letter.toUpperCase() : letter.toLowerCase())).join(''),
    )

const dash = fc.constantFrom('-', '\u2013', '\u2014', '\u2015')

/** A parameter in any of the spellings that PowerShell takes, with what it must be bound to. */
const spelled = ({ name, kind }: Parameter) =>
  fc
    .record({
      dash,
      name: fc.integer({ min: 1, max: name.length }).chain((length) => caseless(name.slice(0, length))),
      isJoined: fc.boolean(),
      value:
        kind === 'text'
          ? fc.stringMatching(/^[A-Za-z][A-Za-z0-9.:]{0,20}$/)
          : fc.constantFrom('$True', 'false', '1', '$FALSE'),
    })
    .map(({ dash: hyphen, name: begun, isJoined, value }) => ({
      name,
      args: isJoined || kind === 'switch' ? [`${hyphen}${begun}:${value}`] : [hyphen + begun, value],
      bound: kind === 'text' ? text(value) : { kind: 'boolean', value: /true|1/i.test(value) },
    }))

test('any parameters in any order, case, length and dash are bound alike', () => {
  const some = fc.shuffledSubarray([...parameters]).chain((chosen) => fc.tuple(...chosen.map(spelled)))
  fc.assert(
    fc.property(some, (chosen) => {
      const expected = Object.fromEntries(chosen.map(({ name, bound }) => [name, bound]))
      expect(bind(...chosen.flatMap(({ args }) => args))).toEqual(expected)
    }),
  )
})

const FAULTS = new Set([
  'unknown-parameter',
  'ambiguous-parameter',
  'repeated-parameter',
  'missing-value',
  'not-a-boolean',
  'stray-value',
])

test('any words at all are bound or refused, and nothing but the parameters is bound', () => {
  const word = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string().map((rest) => `-${rest}`),
    fc.constantFrom(
      '-M',
      '-Identity',
      '-WhatIf:',
      '-Confirm',
      ':',
      '-',
      '--',
      '-:',
      '$True',
      '__proto__',
      '-toString',
    ),
  )
  const names = parameters.map(({ name }) => name)
  fc.assert(
    fc.property(fc.array(word), (args) => {
      const answer = bind(...args)
      const found = typeof answer === 'string' ? [] : Object.keys(answer)
      expect(typeof answer === 'string' ? FAULTS.has(answer) : true).toBe(true)
      expect(names).toEqual(expect.arrayContaining(found))
    }),
    { numRuns: 1000 },
  )
})

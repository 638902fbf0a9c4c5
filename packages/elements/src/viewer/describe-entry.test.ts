import { decide } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import { expect, test } from 'vitest'

import { describeEntry, summariseEntry } from './describe-entry.js'

const ANSWER = '{"accepted":1,"duplicate":0,"refused":[]}'

test.each([
  ['en', 'You took your consent back'],
  ['es', 'Usted retiró su consentimiento'],
] as const)(
  'tells in %s that what was sent was removed here, and keeps when and the answer',
  (language, told) => {
    const source = {
      candor: {
        practices: skypeTeams,
        connection: { endpoint: 'https://telemetry.contoso.com', key: 'key' },
        decide: (dataType: string) => decide(skypeTeams, dataType, { client: 'desktop', os: 'Windows' }),
      },
      language,
      timeZone: 'UTC',
    }
    const value = {
      category: 'error',
      atMillis: Date.UTC(2026, 10, 22, 13),
      body: '',
      status: 200,
      answer: ANSWER,
      removed: 'withdrawn',
    } as const
    const entry = { key: 'sent 1', kind: 'sent', value } as const
    const { meaning, exact, reports } = describeEntry(source, entry)
    expect(meaning).toContain(told)
    expect(exact.map(({ text }) => text)).toEqual([ANSWER])
    expect(reports).toEqual([])
    const { facts } = summariseEntry(source, entry)
    expect(facts).toContain('2026')
    expect(facts).not.toContain('0\u00A0B')
  },
)

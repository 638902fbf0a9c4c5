import { describe, expect, test } from 'vitest'

import { CENSUS_TEXTS } from './census.js'
import { COMMON_TEXTS } from './common.js'
import { ERRORS_TEXTS } from './errors.js'
import { GROUP_TEXTS } from './groups.js'
import { OVERVIEW_TEXTS } from './overview.js'
import { USAGE_TEXTS } from './usage.js'

const ALL = { CENSUS_TEXTS, COMMON_TEXTS, ERRORS_TEXTS, GROUP_TEXTS, OVERVIEW_TEXTS, USAGE_TEXTS }

/** Words that are the same in both languages. */
const SAME = new Set(['min', 's', 'Error', 'Series', 'Total'])

/** Each text by its path; a sentence with gaps is told with the same words in them. */
const textsOf = (part: unknown, path: string): readonly (readonly [string, string])[] => {
  if (typeof part === 'function')
    return [[path, String((part as (...gaps: string[]) => unknown)('A', 'B', 'C'))]]
  if (typeof part !== 'object' || part === null) return [[path, String(part)]]
  return Object.entries(part).flatMap(([name, each]) => textsOf(each, `${path}.${name}`))
}

describe.each(Object.entries(ALL))('%s', (name, { en, es }) => {
  const english = textsOf(en, name)
  const spanish = textsOf(es, name)

  test('has the same texts in both languages, none empty', () => {
    expect(spanish.map(([path]) => path)).toEqual(english.map(([path]) => path))
    for (const [path, text] of [...english, ...spanish]) expect(text.trim(), path).not.toBe('')
  })

  test('leaves no sentence in English', () => {
    const same = english.filter(([, text], at) => text === spanish[at]?.[1] && !SAME.has(text))
    expect(same.filter(([, text]) => /[a-z]{2}/.test(text))).toEqual([])
  })
})

test.each(['en', 'es'] as const)('one group is told from several (%s)', (language) => {
  const { others, moreGroups } = COMMON_TEXTS[language]
  for (const told of [others, moreGroups]) {
    expect(told(1)).toMatch(/\b1 (smaller )?(group|grupo)\b/)
    expect(told(2)).toMatch(/\b2 (smaller )?(groups|grupos)\b/)
  }
})

import { describe, expect, test } from 'vitest'

import { ACCOUNT_TEXTS } from './account/texts.js'
import { ALERTS_TEXTS } from './alerts/texts.js'
import { AUDIT_TEXTS } from './audit/texts.js'
import { EXPLAIN_TEXTS } from './explain/texts.js'
import { KEYS_TEXTS } from './keys/texts.js'
import { LANE_STOPS_TEXTS } from './lane-stops/texts.js'
import { ORGANISATIONS_TEXTS } from './organisations/texts.js'
import { OVERVIEW_TEXTS } from './overview/texts.js'
import { REASON_TEXTS } from './parts/reasons.js'
import { COMMON_TEXTS } from './parts/texts.js'
import { PEOPLE_TEXTS } from './people/texts.js'
import { PRACTICES_TEXTS } from './practices/texts.js'
import { QUARANTINE_TEXTS } from './quarantine/texts.js'
import { SESSION_TEXTS } from './session/texts.js'
import { SETTINGS_TEXTS } from './settings/texts.js'
import { SHELL_TEXTS } from './shell/texts.js'
import { SUBJECTS_TEXTS } from './subjects/texts.js'

const ALL = {
  ACCOUNT_TEXTS,
  ALERTS_TEXTS,
  AUDIT_TEXTS,
  EXPLAIN_TEXTS,
  KEYS_TEXTS,
  LANE_STOPS_TEXTS,
  ORGANISATIONS_TEXTS,
  OVERVIEW_TEXTS,
  REASON_TEXTS,
  COMMON_TEXTS,
  PEOPLE_TEXTS,
  PRACTICES_TEXTS,
  QUARANTINE_TEXTS,
  SESSION_TEXTS,
  SETTINGS_TEXTS,
  SHELL_TEXTS,
  SUBJECTS_TEXTS,
}

/** Words that are the same in both languages. */
const SAME = new Set(['Web', 'Auditor', 'No', 'Control', 'control', 'Token', 'web hook'])

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
    // Names and roles with gaps alone hold no words.
    expect(same.filter(([, text]) => /[a-z]{2}/.test(text))).toEqual([])
  })
})

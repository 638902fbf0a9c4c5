import { expect, test } from 'vitest'

import { explainPolicyWarning, POLICY_FAULTS, POLICY_WARNINGS } from './index.js'

test('every warning and every fault is told in both languages', () => {
  for (const [code, text] of Object.entries({ ...POLICY_WARNINGS, ...POLICY_FAULTS })) {
    expect(text.en, code).not.toBe('')
    expect(text.es, code).not.toBe('')
    expect(text.es, code).not.toBe(text.en)
  }
})

test('a warning tells what counts, where and what is wrong', () => {
  const value = { code: 'malformed-value', where: String.raw`HKLM\X\Y`, what: 'REG_SZ 1' } as const
  expect(explainPolicyWarning(value, 'en')).toBe(
    String.raw`A policy value is not of the form that its control has; it counts as the strictest. (HKLM\X\Y: REG_SZ 1)`,
  )
  const refused = { code: 'untrusted-file', where: '/a/b.json', fault: 'not-of-root', what: '/a' } as const
  expect(explainPolicyWarning(refused, 'en')).toMatch(/\(\/a\/b\.json: does not belong to root: \/a\)$/)
  expect(explainPolicyWarning(refused, 'es')).toMatch(/\(\/a\/b\.json: no pertenece a root: \/a\)$/)
})

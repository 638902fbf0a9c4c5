import { expect, test } from 'vitest'

import type { Problem } from '../../api/problem.js'
import { conflictOf } from './conflict-note.js'

const changed = (current: unknown): Problem => ({
  kind: 'answered',
  code: 'CANDOR_REVISION_CHANGED',
  title: '',
  remedy: undefined,
  current,
})

test.each([
  [
    { value: true, changedBy: 'Ben' },
    { value: true, changedBy: 'Ben' },
  ],
  [
    { value: false, changedBy: null },
    { value: false, changedBy: undefined },
  ],
  [null, { value: null, changedBy: undefined }],
  [undefined, { value: undefined, changedBy: undefined }],
])('of %j it says %j', (current, conflict) => {
  expect(conflictOf(changed(current))).toEqual(conflict)
})

test('another problem is no conflict', () => {
  expect(conflictOf({ kind: 'unreachable' })).toBeUndefined()
  expect(
    conflictOf({ kind: 'answered', code: 'CANDOR_ROLE_FORBIDS', title: '', remedy: undefined }),
  ).toBeUndefined()
})

import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'

import { skypeTeams } from '@candor/practices/skype-teams'

import { createTestCandor } from './create-test-candor.js'

/** Tests of an app under Node's own test runner; the second fails, to show how that reads. */
const { candor, collected } = createTestCandor({ practices: skypeTeams, client: 'desktop' })

void test('counts a message', () => {
  candor.usage.IMSent.add()
  deepEqual(collected('usage'), { IMSent: 1 })
})

void test('expects too much', () => {
  deepEqual(collected('usage'), { IMSent: 2 })
})

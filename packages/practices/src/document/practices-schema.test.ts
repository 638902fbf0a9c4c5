import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { skypeTeams } from '../skype-teams/index.js'
import { describePractices } from './describe-practices.js'
import { PRACTICES_SCHEMA } from './practices-schema.js'

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(PRACTICES_SCHEMA)
const document = describePractices(skypeTeams, { fingerprint: 'f'.repeat(64) })

test('the published JSON is as its schema says', () => {
  validate(document)
  expect(validate.errors).toBeNull()
})

test.each([
  ['an unknown kind', { kind: 'click' }],
  ['an id without its category', { id: 'IMSent' }],
  ['no retention', { retentionDays: 0 }],
  ['a label in one language', { label: { en: 'IM Sent' } }],
  ['a foreign property', { colour: 'red' }],
])('a data type with %s is not', (_what, change) => {
  const [first, ...others] = document.categories
  const dataTypes = first?.dataTypes.map((type, at) => (at === 0 ? { ...type, ...change } : type))
  expect(validate({ ...document, categories: [{ ...first, dataTypes }, ...others] })).toBe(false)
})

import { expect, test } from 'vitest'
import { requireContract } from './require-contract.js'

const key = {
  id: 'a1',
  product: 'skype-teams',
  label: 'A key',
  state: 'active',
  createdAt: '2026-11-22T12:00:00.000Z',
  createdBy: null,
  endsAt: null,
}
const answer = { method: 'GET', path: '/api/keys?product=x', status: 200, mediaType: 'application/json' }

test('what the contract promises is let through', () => {
  expect(() => requireContract({ ...answer, text: JSON.stringify({ keys: [key] }) })).not.toThrow()
})

test.each([
  ['a field too many', { ...answer, text: JSON.stringify({ keys: [{ ...key, key: 'secret' }] }) }],
  ['an instant that is none', { ...answer, text: JSON.stringify({ keys: [{ ...key, createdAt: 'now' }] }) }],
  ['another status', { ...answer, status: 201, text: '{"keys":[]}' }],
  ['a refusal that is no problem document', { ...answer, status: 404, text: '{}' }],
])('%s is found', (_title, broken) => {
  expect(() => requireContract(broken)).toThrow('listKeys')
})

import { describePractices } from '@candor/practices/document'
import { skypeTeams } from '@candor/practices/skype-teams'
import { expect, test } from 'vitest'

import { labelOf } from './label-of.js'
import { readPublishedTexts } from './practices-texts.js'

const published: unknown = JSON.parse(JSON.stringify(describePractices(skypeTeams, { fingerprint: 'f' })))

test('reads the texts of a published document as the practices give them', () => {
  const texts = readPublishedTexts(published)
  for (const category of ['census', 'usage', 'error'] as const) {
    const { label, summary } = skypeTeams.categories[category]
    expect(texts?.categories[category]).toMatchObject({ label, summary })
    for (const name of Object.keys(skypeTeams.dataTypes[category]))
      expect(labelOf(texts, category, name, 'es')).toBe(labelOf(skypeTeams, category, name, 'es'))
  }
  expect(texts?.dataTypes.usage['FederationPartner']?.note).toStrictEqual(
    skypeTeams.dataTypes.usage.FederationPartner.note,
  )
})

test.each([undefined, [], {}, { categories: [] }, { categories: [{ category: 'usage' }] }])(
  'takes no other document: %j',
  (document) => {
    expect(readPublishedTexts(document)).toBeUndefined()
  },
)

import { expect, test } from 'vitest'

import { definePractices } from '../define-practices.js'
import { skypeTeams } from '../skype-teams/index.js'
import { describePractices, renderPracticesHtml, renderPracticesMarkdown } from './index.js'

const withLoads = (bounds: readonly number[], unit = 'ms') =>
  definePractices({
    ...skypeTeams,
    dataTypes: {
      ...skypeTeams.dataTypes,
      usage: {
        Loads: { kind: 'distribution', unit, bounds, automatic: 'performance', example: '0: 1' },
      },
    },
  })

const EN = 'Holds how many values fell into each of these ranges (ms): below 100, 100 to 250, 250 and above.'
const ES =
  'Contiene cuántos valores cayeron en cada uno de estos intervalos (ms): menos de 100, de 100 a 250, 250 o más.'

const holdsOf = (bounds: readonly number[], unit?: string) =>
  describePractices(withLoads(bounds, unit), { fingerprint: '0' }).categories[1]?.dataTypes[0]?.holds

test('the JSON tells the ranges and the unit', () => {
  expect(holdsOf([0, 100, 250])).toEqual({ en: EN, es: ES })
  expect(holdsOf([5], '')).toEqual({
    en: 'Holds how many values fell into each of these ranges: any value.',
    es: 'Contiene cuántos valores cayeron en cada uno de estos intervalos: cualquier valor.',
  })
})

test.each([
  ['en', EN, 'counts by range', 'Collected by the client itself: how fast the app starts and responds.'],
  ['es', ES, 'recuentos por intervalo', 'Lo recopila el propio cliente: la rapidez con que'],
] as const)(
  'the page and the Markdown tell them in %s, and who collects',
  (language, holds, kind, automatic) => {
    const practices = withLoads([0, 100, 250])
    const html = renderPracticesHtml(practices, { language, fingerprint: '0' })
    const markdown = renderPracticesMarkdown(practices, { language, fingerprint: '0' })
    for (const text of [html.replaceAll(/<[^>]*>/g, ''), markdown.replaceAll(/[`\\]/g, '')]) {
      expect(text).toContain(holds)
      expect(text).toContain(kind)
      expect(text).toContain(automatic)
    }
  },
)

import { MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'

import { censusInsight, errorInsight, usageInsight, type InsightFrame } from '../api/insight.js'
import { QueryContext, type QueryStore } from '../app/use-query.js'
import { createFormat } from '../language/format.js'
import { messagesOf } from '../language/messages-of.js'
import { WordingContext } from '../language/wording.js'
import { CensusGroups } from './census/census-groups.js'
import { CensusTiles } from './census/census-tiles.js'
import { ErrorGroups } from './errors/error-groups.js'
import { ChangeText } from './parts/change-text.js'
import { NothingNote } from './parts/nothing-note.js'
import { fakeInsight } from './testing/fake-insights.js'
import { UsageTiles } from './usage/usage-tiles.js'
import { insightPageOf } from './view/insight-link.js'
import { FilterBar } from './view/filter-bar.js'
import { Framed } from './view/lane-page.js'
import { ViewControls } from './view/view-controls.js'

const storeOf = (search: string): QueryStore => ({
  snapshot: () => search,
  pathname: () => '/insights/census',
  go: () => undefined,
  hasGone: () => false,
  subscribe: () => () => undefined,
  change: () => undefined,
})

const render = (node: ReactNode, search = '', language: 'en' | 'es' = 'en'): string =>
  renderToStaticMarkup(
    <MantineProvider>
      <QueryContext value={storeOf(search)}>
        <WordingContext value={{ messages: messagesOf(language), format: createFormat(language) }}>
          {node}
        </WordingContext>
      </QueryContext>
    </MantineProvider>,
  )

const textOf = (html: string): string =>
  html
    .replaceAll(/<style.*?<\/style>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/[\s\u2068\u2069]+/g, ' ')

const framed = <T extends InsightFrame>(answer: T, node: (answer: T) => ReactNode): ReactNode => (
  <Framed answer={answer}>{node}</Framed>
)

const query = (text: string): URLSearchParams => new URLSearchParams(`product=skype-teams&${text}`)

describe('the census', () => {
  const wide = censusInsight(fakeInsight('census', query('periods=56'), 'full'), 'answer')

  test('opens with the last complete day, and against the same place before where it is compared', () => {
    const html = render(
      framed(wide, (insight) => <CensusTiles insight={insight} />),
      '?compare=previous',
    )
    expect(textOf(html)).toMatch(/Active devices [\d,]+ Mon, Nov 30 \S+ [+-][\d.]+% against Mon, Nov 2 /)
    expect(textOf(html)).toMatch(/Sign-in success 9\d(?:\.\d)?% Nov 4 – Nov 30 /)
  })

  test('says why a figure is not shown', () => {
    const small = censusInsight(fakeInsight('census', query('periods=28'), 'small'), 'answer')
    const html = render(
      framed(small, (insight) => <CensusTiles insight={insight} />),
      '',
      'es',
    )
    expect(textOf(html)).toContain('Usuarios activos Menos de 10 usuarios: no se muestra')
  })

  test('has a row a group, whose name filters by it, and explains what is not shown', () => {
    const html = render(
      framed(wide, (insight) => <CensusGroups insight={insight} />),
      '?compare=previous',
    )
    expect(html).toMatch(/<button[^>]*aria-label="Show .?Lync\.exe.? alone"/)
    expect(textOf(html)).toMatch(/Lync\.exe [\d,]+ \d+(\.\d)?% \S+ [+-][\d.]+% 9\d(\.\d)?%/)
    expect(textOf(html)).toContain('Groups of fewer than 10 devices are drawn together, hatched')
    expect(textOf(html)).toContain('Show all 11 groups')
  })
})

describe('usage', () => {
  const usage = (product: string) =>
    usageInsight(fakeInsight('usage', new URLSearchParams(`product=${product}&periods=28`), 'full'), 'answer')
  const tilesOf = (insight: ReturnType<typeof usage>) =>
    textOf(render(framed(insight, (answer) => <UsageTiles insight={answer} />)))

  test('says of each figure what it is and what it is not', () => {
    const text = tilesOf(usage('skype-teams'))
    expect(text).toMatch(/Calls made [\d,]+ .*?Occurrences, not people\./)
    expect(text).toMatch(/Crash-free sessions 99\.\d% .*?Sessions, not people/)
    expect(text).toMatch(/Usage reports .*?Reports, not people and not devices/)
  })

  test('derives no rate of data types that the product does not have', () => {
    const full = usage('shop')
    const text = tilesOf({ ...full, series: full.series.filter(({ dataType }) => dataType !== 'Crashes') })
    expect(text).not.toContain('Crash-free sessions')
    expect(text).toContain('Stability: sessions')
  })
})

test('a group of errors shows type, place, code and figures, and says where one is not shown', () => {
  const errors = errorInsight(fakeInsight('error', query('periods=7'), 'full'), 'answer')
  const html = render(
    framed(errors, (insight) => <ErrorGroups shown={insight} compared={insight} />),
    '?periods=7',
  )
  expect(textOf(html)).toMatch(
    /SignInError exchangeToken \(session\.ts:42\) 0x80070005 Regressed 1,271 [\d,]+ \w+ \d+ Dec 1/,
  )
  expect(textOf(html)).toMatch(/AccessViolation unknown 0xC0000005 Open 186 /)
  expect(textOf(html)).toContain('A group of errors that fewer than 10 users met is not shown')
  expect(html).toMatch(/aria-label="Show .?TypeError.? alone"/)
  expect(html).toMatch(/aria-label="Trend: Nov 25 \d+, /)
})

test.each([
  [{ kind: 'differs', by: 0.125, as: 'share' } as const, '▲ +12.5% against May'],
  [{ kind: 'differs', by: -0.011, as: 'points' } as const, '▼ -1.1 points against May'],
  [{ kind: 'differs', by: 0.0001, as: 'share' } as const, 'unchanged against May'],
  [{ kind: 'same' } as const, 'unchanged against May'],
  [{ kind: 'unknown' } as const, 'nothing to compare with'],
])('a change is told by sign and words: %j', (change, told) => {
  expect(textOf(render(<ChangeText change={change} against="against May" />)).trim()).toBe(told)
})

describe('the filters', () => {
  test('that hold can each be taken away', () => {
    const choices = [{ id: 'client', label: 'Client', values: ['desktop'] }]
    const html = render(<FilterBar choices={choices} />, '?where=client:desktop&where=os:Linux')
    expect(html).toContain('aria-label="Remove the filter Client: Desktop"')
    expect(textOf(html)).toMatch(/Filters Client: Desktop . os: Linux/)
    expect(html).toContain('<option value="desktop">')
  })

  test('that leave nothing are told apart from having nothing', () => {
    const nothing = (where: string) =>
      render(
        framed(censusInsight(fakeInsight('census', query(`periods=7${where}`), 'empty'), 'answer'), () => (
          <NothingNote title="Nothing yet" text="Wait" />
        )),
      )
    expect(nothing('')).toContain('Nothing yet')
    expect(nothing('&where=os:Linux')).toContain('Nothing matches the filters')
  })
})

test('a number of periods that is not offered can be chosen all the same, by its address', () => {
  expect(render(<ViewControls />, '?periods=200&compare=previous')).toContain('Last 200 days')
  expect(render(<ViewControls />, '?periods=300&compare=previous')).toContain('choose fewer to compare')
})

test.each([
  ['/insights', 'overview'],
  ['/insights/', 'overview'],
  ['/insights/census', 'census'],
  ['/insights/errors/', 'errors'],
])('%s is the page %s', (path, page) => {
  expect(insightPageOf(path)).toBe(page)
})

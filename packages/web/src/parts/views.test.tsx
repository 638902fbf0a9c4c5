import { MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'

import type { Polled } from '../api/polled.js'
import { ConservationTable } from '../home/conservation-table.js'
import { RefusedReasons } from '../home/refused-reasons.js'
import { ConservationWords } from '../conservation/conservation-words.js'
import { createFormat } from '../language/format.js'
import { messagesOf } from '../language/messages-of.js'
import { WordingContext } from '../language/wording.js'
import { PolledView } from './polled-view.js'

const render = (node: ReactNode, language: 'en' | 'es' = 'en'): string =>
  renderToStaticMarkup(
    <MantineProvider>
      <WordingContext value={{ messages: messagesOf(language), format: createFormat(language) }}>
        {node}
      </WordingContext>
    </MantineProvider>,
  )

const textOf = (html: string): string =>
  html.replaceAll(/<style.*?<\/style>/g, '').replaceAll(/<[^>]*>/g, ' ')

const lane = { received: 1200, stored: 1195, refused: { CANDOR_REPORT_TOO_OLD: 3 }, duplicate: 2, pending: 0 }

test('the conservation table says of each lane whether the law holds', () => {
  const html = render(
    <ConservationTable conservation={{ census: lane, usage: lane, error: { ...lane, stored: 1190 } }} />,
  )
  expect(textOf(html)).toMatch(/Census\s+1,200\s+1,195\s+3\s+2\s+0\s+\S+\s+Holds/)
  expect(textOf(html)).toMatch(/Errors\s+1,200\s+1,190\s+3\s+2\s+0\s+Off by 5/)
})

test.each([
  ['en', 'Duplicate', 'Had been received before'],
  ['es', 'Duplicados', 'Ya se habían recibido'],
] as const)('the words of the balance are explained (%s)', (language, word, meaning) => {
  expect(textOf(render(<ConservationWords />, language))).toMatch(new RegExp(`${word}\\s+${meaning}`))
})

test('refusals are named by their reason, in the language of the page', () => {
  const html = render(<RefusedReasons conservation={{ census: lane, usage: lane, error: lane }} />, 'es')
  expect(html).toContain('CANDOR_REPORT_TOO_OLD')
  expect(textOf(html)).toContain('El informe es más antiguo de lo que el servicio recuerda o conserva: 3')
})

const view = (polled: Polled<string>, language?: 'en' | 'es'): string =>
  render(
    <PolledView polled={polled} skeletonHeight={100}>
      {(value) => <p>{value}</p>}
    </PolledView>,
    language,
  )

test('while figures load, that is said', () => {
  expect(view({ kind: 'loading' })).toMatch(/aria-busy="true".*Loading/)
})

test('a problem is told by its code in the language of the page, with the way out', () => {
  const problem = { kind: 'answered', code: 'CANDOR_STORE_UNAVAILABLE', title: 'x', remedy: 'y' } as const
  const html = view({ kind: 'failed', problem }, 'es')
  expect(html).toContain('role="alert"')
  expect(textOf(html)).toMatch(/El almacén no responde.*Inténtelo de nuevo.*CANDOR_STORE_UNAVAILABLE/)
})

test('whoever is not signed in is shown the way to do so', () => {
  const problem = { kind: 'answered', code: 'CANDOR_TOKEN_REFUSED', title: 'x', remedy: 'y' } as const
  expect(view({ kind: 'failed', problem })).toContain('<a href="/admin">Go to the sign-in</a>')
})

test('a problem with a code that these pages do not know is told in the words of the answer', () => {
  const problem = { kind: 'answered', code: 'CANDOR_NEW', title: 'Something new', remedy: 'Do this' } as const
  expect(textOf(view({ kind: 'failed', problem }))).toMatch(/Something new\s+Do this\s+CANDOR_NEW/)
})

test('the last figures stay where newer ones fail to arrive', () => {
  const html = view({
    kind: 'shown',
    value: 'the figures',
    updatedAtMillis: 0,
    freshness: 'current',
    problem: { kind: 'unreachable' },
  })
  expect(textOf(html)).toMatch(/The service does not answer.*last figures that arrived.*the figures/)
})

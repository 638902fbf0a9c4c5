import { createHash } from 'node:crypto'

import { describe, expect, test } from 'vitest'

import { DATA_CATEGORIES } from '../category.js'
import type { DataType } from '../data-type.js'
import { LANGUAGES } from '../language.js'
import { skypeTeams } from '../skype-teams/index.js'
import { PRACTICES_STYLE, renderPracticesHtml, renderPracticesMarkdown } from './index.js'

const fingerprint = 'sha256:0123456789abcdef'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll("'", '&#39;')

/** What a reader sees of a row: the page without its tags. */
const textOf = (html: string): string => html.replaceAll(/<[^>]*>/g, '')

const DATA_TYPES = DATA_CATEGORIES.flatMap((category) => {
  const types: Readonly<Record<string, DataType>> = skypeTeams.dataTypes[category]
  return Object.entries(types).map(([name, type]) => ({ id: `${category}.${name}`, name, type }))
})

const rowOf = (html: string, id: string): string => {
  const start = html.indexOf(`<tr role="row" id="${id}">`)
  return start < 0 ? '' : html.slice(start, html.indexOf('</tr>', start))
}

describe.each(LANGUAGES)('the page in %s', (language) => {
  const html = renderPracticesHtml(skypeTeams, { language, fingerprint })

  test.each(DATA_TYPES)(
    'has a row for $id with its label, its example and its note',
    ({ id, name, type }) => {
      const row = rowOf(html, id)
      expect(row).toContain(`<code translate="no">${name}</code>`)
      expect(row).toContain(`<code translate="no">${escaped(type.example)}</code>`)
      expect(row).toContain(escaped(type.label?.[language] ?? name))
      expect(textOf(row)).toContain(escaped(type.note?.[language] ?? ''))
    },
  )

  test('says what each category is for, what it identifies and how long it is kept', () => {
    const text = textOf(html)
    for (const category of DATA_CATEGORIES) {
      const { label, purpose, summary, identifies, retentionDays } = skypeTeams.categories[category]
      for (const part of [label, purpose, summary, identifies])
        expect(text).toContain(escaped(part[language]))
      expect(text).toContain(`${retentionDays} `)
    }
  })

  test('states every rule, and every control with its effect', () => {
    const text = textOf(html)
    for (const { statement } of skypeTeams.rules) expect(text).toContain(escaped(statement[language]))
    for (const { effect } of Object.values(skypeTeams.controls))
      expect(text).toContain(escaped(effect[language]))
  })

  test('states where the source is silent', () => {
    for (const remark of skypeTeams.remarks) expect(textOf(html)).toContain(escaped(remark[language]))
  })

  test('names its language, version and fingerprint, and links the other language', () => {
    expect(html).toContain(`<html lang="${language}">`)
    expect(html).toContain('<code translate="no">skype-teams@1</code>')
    expect(html).toContain(`<code translate="no">${fingerprint}</code>`)
    expect(html).toContain(`href="?product=skype-teams&amp;lang=${language === 'en' ? 'es' : 'en'}"`)
  })

  test('runs no script, loads nothing, and has no style beside the one that can be named by its hash', () => {
    expect(html).not.toMatch(/<script|<link|<img|@import|url\(|javascript:|\son\w+=|\sstyle=/i)
    const styles = Array.from(html.matchAll(/<style>([^]*?)<\/style>/g), ([, text]) => text ?? '')
    const hash = (text: string): string => createHash('sha256').update(text).digest('base64')
    expect(styles.map(hash)).toEqual([hash(PRACTICES_STYLE)])
  })

  test('has no address twice, and every link within it leads somewhere', () => {
    const ids = Array.from(html.matchAll(/\sid="([^"]*)"/g), ([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const targets = Array.from(html.matchAll(/href="#([^"]*)"/g), ([, id]) => id)
    expect(targets.filter((target) => !ids.includes(target))).toEqual([])
  })

  test('the Markdown has the same rows', () => {
    const lines = renderPracticesMarkdown(skypeTeams, { language, fingerprint }).split('\n')
    const rows = lines.filter((line) => line.startsWith('| ') && line.includes('`'))
    expect(rows).toHaveLength(DATA_TYPES.length)
    DATA_TYPES.forEach(({ name, type }, index) => {
      expect(rows[index]).toContain(`\`${name}\``)
      expect(rows[index]).toContain(`| \`${type.example}\` |`)
    })
  })
})

test('identifiers and examples are the same bytes in both languages', () => {
  const codes = (html: string, id: string): string[] =>
    Array.from(rowOf(html, id).matchAll(/<code translate="no">([^<]*)<\/code>/g), ([, text]) => text ?? '')
  const [english, spanish] = LANGUAGES.map((language) =>
    renderPracticesHtml(skypeTeams, { language, fingerprint }),
  )
  for (const { id } of DATA_TYPES) {
    expect(codes(spanish ?? '', id)).toEqual(codes(english ?? '', id))
    expect(codes(english ?? '', id).length).toBeGreaterThan(1)
  }
})

test('census says why it has no switch, and the other categories do not', () => {
  const html = renderPracticesHtml(skypeTeams, { language: 'en', fingerprint })
  const census = html.slice(html.indexOf('<section id="census"'), html.indexOf('<section id="usage"'))
  expect(census).toContain('Why there is no switch')
  expect(html.split('Why there is no switch')).toHaveLength(2)
})

test('the categories in short say what the apps do while nothing is set', () => {
  const text = textOf(renderPracticesHtml(skypeTeams, { language: 'en', fingerprint }))
  expect(text).toContain('All clients: always on')
  expect(text).toContain('Desktop, mobile and web: on by default')
  expect(text).toContain('Meetings App and join launcher pages: off by default')
  expect(text).toContain('Desktop, mobile and web: off until the user opts in')
})

describe('a control', () => {
  const html = renderPracticesHtml(skypeTeams, { language: 'en', fingerprint })
  const text = textOf(html)

  test('that the strictest setting decides says so, with its default, its sources and who sets it', () => {
    expect(text).toMatch(/DisableAutomaticSendTracing\s+DefaultFalse \(data is collected\)\s+Set by/)
    expect(text).toContain(
      'in-band (the server or the tenant admin center), machine (the Group Policy of the machine)',
    )
    expect(text).toContain('The strictest wins: True at any of them stops collection.')
  })

  test('that the nearest setting decides says so, with its scopes in their order', () => {
    expect(text).toContain(
      'service:WebServer:&lt;pool&gt; (the pool that hosts the meeting), site:&lt;site&gt; (its site), global',
    )
    expect(text).toContain('The first of them that is set wins over those after it.')
  })

  test('that is graded lists its grades and what caps them', () => {
    expect(text).toContain('1 ask, 2 parameters, 3 safe, 4 all')
    expect(text).toContain('DontSendAdditionalData = 1 allows no more than parameters')
  })

  test('that is a choice says what is collected after it', () => {
    expect(text).toContain('data is collected only after granted')
  })
})

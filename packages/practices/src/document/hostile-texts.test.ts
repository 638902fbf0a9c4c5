import { expect, test } from 'vitest'

import { definePractices } from '../define-practices.js'
import { skypeTeams } from '../skype-teams/index.js'
import { renderPracticesHtml, renderPracticesMarkdown } from './index.js'

const HOSTILE = `<img src=x onerror="alert('1')"> & | \`code\` [a](b) *c*`
const both = { en: HOSTILE, es: HOSTILE }

const hostile = definePractices({
  ...skypeTeams,
  name: both,
  summary: both,
  remarks: [both],
  rules: skypeTeams.rules.map((rule) => ({ ...rule, statement: both })),
  dataTypes: {
    ...skypeTeams.dataTypes,
    usage: {
      Hostile: {
        kind: 'enumeration',
        values: [HOSTILE],
        label: both,
        example: HOSTILE,
        note: both,
        purpose: both,
      },
    },
  },
})
const options = { language: 'en', fingerprint: HOSTILE } as const

test('no text of the practices becomes an element or an attribute of the page', () => {
  const html = renderPracticesHtml(hostile, options)
  expect(html).not.toContain('<img')
  expect(html.replaceAll(/"[^"]*"/g, '""')).not.toMatch(/<[^>]*\sonerror=/)
  expect(
    html.split('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; |').length,
  ).toBeGreaterThan(8)
})

test('no text of the practices breaks a row of the Markdown, or becomes HTML, a link or emphasis there', () => {
  const markdown = renderPracticesMarkdown(hostile, options)
  const outsideOfCode = markdown.replaceAll(/(`+)(?!`)[^]*?[^`]\1(?!`)/g, '')
  expect(outsideOfCode).not.toContain('<img')
  expect(outsideOfCode).not.toContain('[a](b)')
  const row = markdown.split('\n').find((line) => line.includes('Hostile')) ?? ''
  expect(row.replaceAll(String.raw`\|`, '').match(/\|/g)).toHaveLength(4)
})

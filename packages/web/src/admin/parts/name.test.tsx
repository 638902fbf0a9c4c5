import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'

import { HOSTILE } from '../testing/fake-world.js'
import { isolated, Name } from './name.js'

test('a script in a name is text', () => {
  const html = renderToStaticMarkup(<Name>{HOSTILE.script}</Name>)
  expect(html).not.toContain('<script>')
  expect(html).not.toContain('<img')
})

test('a name that turns the direction of writing keeps that to itself', () => {
  expect(renderToStaticMarkup(<Name>{HOSTILE.direction}</Name>)).toMatch(/^<bdi /)
  expect(isolated(HOSTILE.direction)).toBe(`\u2068${HOSTILE.direction}\u2069`)
})

test('of a name of 10 000 letters only the beginning is there', () => {
  expect(renderToStaticMarkup(<Name>{HOSTILE.long}</Name>).length).toBeLessThan(300)
  expect(isolated(HOSTILE.long)).toBe(`\u2068${'x'.repeat(60)}…\u2069`)
})

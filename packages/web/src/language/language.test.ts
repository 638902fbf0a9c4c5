import { LANGUAGES } from '@candor/practices'
import { describe, expect, test } from 'vitest'

import { chooseLanguage } from './choose-language.js'
import { createFormat } from './format.js'
import { messagesOf } from './messages-of.js'

test.each([
  ['?lang=es', ['en-GB'], 'es'],
  ['', ['es-MX', 'en'], 'es'],
  ['', ['de-AT', 'es'], 'es'],
  ['?lang=fr', ['es'], 'es'],
  ['', ['fr'], 'en'],
  ['', [], 'en'],
])('%s for a browser of %j is %s', (search, accepted, language) => {
  expect(chooseLanguage(search, accepted)).toBe(language)
})

test('numbers are grouped and days are short, as the language has it', () => {
  expect(createFormat('en').number(1234567)).toBe('1,234,567')
  expect(createFormat('es').number(1234)).toBe('1.234')
  expect(createFormat('en').day('2026-11-09')).toBe('Nov 9')
  expect(createFormat('es').day('2026-11-09')).toBe('9 nov')
})

test('a day is read as UTC, whatever the place, and what is no day stays as it is', () => {
  expect(createFormat('en').day('2026-11-09T23:59:59Z')).toBe('Nov 9')
  expect(createFormat('en').day('soon')).toBe('soon')
})

const textsOf = (part: unknown): readonly unknown[] =>
  typeof part === 'object' && part !== null ? Object.values(part).flatMap(textsOf) : [part]

describe.each(LANGUAGES)('the messages in %s', (language) => {
  const texts = textsOf(messagesOf(language)).filter((text) => typeof text === 'string')

  test('none is empty', () => {
    expect(texts.filter((text) => text.trim() === '')).toEqual([])
    expect(texts.length).toBeGreaterThan(50)
  })
})

test('no sentence is left in English', () => {
  const [english, spanish] = [messagesOf('en'), messagesOf('es')].map(textsOf)
  const same = english?.filter((text, index) => typeof text === 'string' && text === spanish?.[index])
  expect(same).toEqual(['Balance'])
})

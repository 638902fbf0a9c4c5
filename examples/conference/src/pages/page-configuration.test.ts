import { expect, test } from 'vitest'

import { inOtherLanguage, parsePageConfiguration } from './page-configuration.js'

test('reads the organisation, the key, the interval and the language of the address', () => {
  const query = new URLSearchParams('lang=es&org=fabrikam.com&key=k1&interval=2000')
  expect(parsePageConfiguration(query, ['en-GB'])).toStrictEqual({
    language: 'es',
    organisation: 'fabrikam.com',
    key: 'k1',
    intervalMillis: 2000,
  })
})

test.each(['', 'interval=soon&org=not%20one', 'interval=-5&org=', 'interval=1'])(
  'counts what cannot be read as not given: %s',
  (query) => {
    expect(parsePageConfiguration(new URLSearchParams(query), ['es-MX', 'en'])).toStrictEqual({
      language: 'es',
      organisation: 'contoso.com',
      key: 'demo',
      intervalMillis: 5000,
    })
  },
)

test('changes the language of an address and nothing else', () => {
  const address = new URL(
    'https://telemetry.contoso.com/examples/conference/desktop.html?org=fabrikam.com&lang=en',
  )
  expect(inOtherLanguage(address, 'en')).toBe(
    'https://telemetry.contoso.com/examples/conference/desktop.html?org=fabrikam.com&lang=es',
  )
  expect(new URL(inOtherLanguage(address, 'es')).searchParams.get('lang')).toBe('en')
})

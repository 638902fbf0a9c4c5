import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { definePractices } from '../define-practices.js'
import { skypeTeams } from '../skype-teams/index.js'
import { ADML_CULTURES, renderAdml, renderAdmx, renderPolicyTemplates } from './index.js'

const hostile = '<b>"fish" & \'chips\'</b> ]]> \u0007 \uD800 $(string.x) é'

/** Invented practices of another kind, with texts that a careless writer of XML would trip over. */
const shop = definePractices({
  ...skypeTeams,
  product: 'corner-shop-2',
  version: 123_456,
  name: { en: hostile, es: `${hostile} es` },
  controls: {
    AllowReceipts: {
      kind: 'boolean',
      default: false,
      collectsWhen: true,
      resolution: 'nearest',
      scopes: [{ name: 'user', heldBy: 'device' }, { name: 'shop' }],
      setBy: 'admin',
      heldBy: 'service',
      label: { en: hostile, es: hostile },
      effect: { en: `${hostile}\nsecond line`, es: `${hostile}\nsegunda línea` },
    },
    ForbidAll: {
      kind: 'boolean',
      default: false,
      collectsWhen: false,
      resolution: 'strictest',
      scopes: [{ name: 'machine', heldBy: 'device' }],
      setBy: 'admin',
      heldBy: 'device',
      label: { en: 'ForbidAll', es: 'ForbidAll' },
      effect: { en: 'Stops it.', es: 'Lo detiene.' },
    },
    AtTheService: {
      kind: 'boolean',
      default: true,
      collectsWhen: true,
      resolution: 'nearest',
      scopes: [{ name: 'machine' }],
      setBy: 'admin',
      heldBy: 'service',
      label: { en: 'AtTheService', es: 'AtTheService' },
      effect: { en: 'Not on a device.', es: 'No en un dispositivo.' },
    },
  },
  rules: [],
})

const silent = { ...skypeTeams, controls: {}, rules: [] }
const PRODUCTS = [skypeTeams, shop, silent].map((practices) => ({ product: practices.product, practices }))
const XMLLINT = 'xmllint'
const SCHEMA = fileURLToPath(new URL('fixtures/policy-definitions.xsd', import.meta.url))
const HAS_XMLLINT = spawnSync(XMLLINT, ['--version']).error === undefined

/** What xmllint exits with where a well-formed document does not fit the schema. */
const NOT_VALID = 3

const xmllint = (document: string) => {
  const { status, stderr } = spawnSync(XMLLINT, ['--noout', '--nonet', '--schema', SCHEMA, '-'], {
    input: document,
    encoding: 'utf8',
  })
  return { status, stderr }
}

const valuesOf = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, value]) => value ?? '')

const idsOf = (adml: string): string[] => valuesOf(adml, /<string id="([^"]*)">/g)

describe.each(PRODUCTS)('the templates of $product', ({ practices }) => {
  const admx = renderAdmx(practices)

  test.each(ADML_CULTURES)('hold every text that the ADMX file refers to, and no other, in %s', (culture) => {
    const ids = idsOf(renderAdml(practices, culture))
    expect(new Set(valuesOf(admx, /"\$\(string\.([^)]*)\)"/g))).toEqual(new Set(ids))
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('refer to categories and supported products that they define', () => {
    const defined = valuesOf(admx, /<(?:category|definition) name="([^"]*)"/g)
    expect(valuesOf(admx, / ref="([^"]*)"/g).filter((ref) => !defined.includes(ref))).toEqual([])
  })

  test('name each policy once', () => {
    const names = valuesOf(admx, /<policy name="([^"]*)"/g)
    expect(new Set(names).size).toBe(names.length)
  })

  test.skipIf(!HAS_XMLLINT)('are valid against the schema (where xmllint is found)', () => {
    for (const { path, text } of renderPolicyTemplates(practices))
      expect(xmllint(text), path).toMatchObject({ status: 0 })
  })
})

test.skipIf(!HAS_XMLLINT)('the schema refuses what is not an ADMX file (where xmllint is found)', () => {
  const admx = renderAdmx(skypeTeams)
  const spoilt = [
    admx.replace('class="Both"', 'class="Everyone"'),
    admx.replace(/<supportedOn ref=[^>]*>/, ''),
    admx.replace('decimal value="1"', 'decimal value="yes"'),
    admx.replace('$(string.CandorCategory)', 'Candor'),
    admx.replace('revision="1.1"', ''),
  ]
  for (const document of spoilt) {
    expect(document).not.toBe(admx)
    expect(xmllint(document).status).toBe(NOT_VALID)
  }
})

test('DisableAutomaticSendTracing is a policy for machine and user at its documented place', () => {
  const admx = renderAdmx(skypeTeams)
  expect(valuesOf(admx, /(<policy [^>]*>)/g)).toEqual([
    [
      '<policy name="DisableAutomaticSendTracing" class="Both"',
      'displayName="$(string.Policy_DisableAutomaticSendTracing)"',
      'explainText="$(string.Explain_DisableAutomaticSendTracing)"',
      String.raw`key="SOFTWARE\Policies\Microsoft\Office\16.0\Lync" valueName="DisableAutomaticSendTracing">`,
    ].join(' '),
  ])
  expect(admx.replaceAll(/\s+/g, '')).toContain(
    '<enabledValue><decimalvalue="1"/></enabledValue><disabledValue><decimalvalue="0"/></disabledValue>',
  )
})

test('a control that only one level has is a policy of that level, under the product’s own key', () => {
  const admx = renderAdmx(shop)
  expect(valuesOf(admx, /<policy name="([^"]*" class="[^"]*)"/g)).toEqual([
    'AllowReceipts" class="User',
    'ForbidAll" class="Machine',
  ])
  expect(new Set(valuesOf(admx, / key="([^"]*)"/g))).toEqual(
    new Set([String.raw`SOFTWARE\Policies\Candor\corner-shop-2`]),
  )
})

test('the texts are of the culture and say what each choice does', () => {
  const english = renderAdml(skypeTeams, 'en-US')
  const spanish = renderAdml(skypeTeams, 'es-ES')
  expect(english).toContain('Enabled: the control is True; the data are not collected.')
  expect(english).toContain('Not configured: this policy decides nothing.')
  expect(spanish).toContain('Habilitada: el control es True; los datos no se recopilan.')
  for (const text of [english, spanish])
    expect(text).toContain(
      String.raw`SOFTWARE\Policies\Microsoft\Office\16.0\Lync\DisableAutomaticSendTracing`,
    )
})

test('the files have their places in a PolicyDefinitions folder', () => {
  expect(renderPolicyTemplates(skypeTeams).map(({ path }) => path)).toEqual([
    'candor-skype-teams.admx',
    'en-US/candor-skype-teams.adml',
    'es-ES/candor-skype-teams.adml',
  ])
})

import { skypeTeams } from '@candor/practices/skype-teams'
import { createSecretKey } from 'node:crypto'
import { expect, test } from 'vitest'
import { createPseudonyms } from '../pseudonym/pseudonyms.js'
import { admit } from './admit.js'
import { createAdmission } from './create-admission.js'
import { createPermissions } from './permissions.js'
import { compileProduct } from './product.js'

const NOW = Date.parse('2026-11-22T14:03:22Z')
const pepper = createSecretKey(Buffer.alloc(32, 1))
const pseudonyms = createPseudonyms({ current: () => ({ id: 1, censusPepper: pepper, errorPepper: pepper }) })
const permissions = createPermissions(skypeTeams, {
  revision: () => 0,
  inForce: () => ({ settings: {} }),
})
const versions = new Map([
  ['skype-teams@1', { product: compileProduct(skypeTeams, pseudonyms), permissions }],
])
const reportOf = (at: number, more: object = {}) => ({
  id: `0f8fad5b-d9cb-469f-a165-${String(at).padStart(12, '0')}`,
  from: '2026-11-22',
  to: '2026-11-22',
  data: { SignInAttempts: 1 },
  ...more,
})

test('every step tells what passed it, what it refused by code, and the time of one in 64', async () => {
  const admission = createAdmission()
  const send = (reports: readonly unknown[], practices = 'skype-teams@1') =>
    admit(
      admission,
      'census',
      { v: 1, practices, client: 'desktop', os: 'Windows', reports },
      { versions, nowMillis: NOW },
    )
  for (let at = 0; at < 65; at += 1) send([reportOf(at)])
  send([reportOf(65), null, reportOf(66, { to: '2027-01-01' }), reportOf(67, { data: { New: 1 } })])
  send([reportOf(68)], 'skype-teams@2')
  await admission.body.run(() => Promise.resolve({ kind: 'refused', code: 'CANDOR_BUSY' }))
  const figures = admission.figures.read()
  expect(figures.map(({ name }) => name)).toEqual(
    'key lane-stop address-rate key-rate quota room body envelope practices client form freshness data-types decision pseudonym spool'.split(
      ' ',
    ),
  )
  const of = (name: string) => figures.find((figure) => figure.name === name)
  expect(of('body')).toMatchObject({ of: 'request', passed: 0, refused: { CANDOR_BUSY: 1 } })
  expect(of('envelope')).toMatchObject({ of: 'request', passed: 67, refused: {}, timed: { count: 2 } })
  expect(of('practices')).toMatchObject({ passed: 66, refused: { CANDOR_PRACTICES_UNKNOWN: 1 } })
  expect(of('form')).toMatchObject({ of: 'report', passed: 68, refused: { CANDOR_REPORT_MALFORMED: 1 } })
  expect(of('freshness')).toMatchObject({ passed: 67, refused: { CANDOR_REPORT_IN_FUTURE: 1 } })
  expect(of('data-types')).toMatchObject({ passed: 66, refused: { CANDOR_DATA_TYPE_UNKNOWN: 1 } })
  expect(of('pseudonym')).toMatchObject({ passed: 66, refused: {} })
  expect(of('decision')?.timed.seconds).toBeGreaterThan(0)
})

test('a step that throws counts under its code', async () => {
  const { spool, figures } = createAdmission()
  await expect(spool.run(() => Promise.reject(new Error('the disk is gone')))).rejects.toThrow('disk')
  expect(figures.read().at(-1)).toMatchObject({ name: 'spool', passed: 0, refused: { CANDOR_INTERNAL: 1 } })
})

import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { definePractices, type Practices } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import { createService, type Service } from '@candor/server'
import { shop } from '@candor/shop'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'

let folder = ''
let service: Service

const start = (practices: Practices): Promise<Service> =>
  createService({
    dataFolder: folder,
    port: 0,
    insights: 'open',
    // The least that there is: nothing of fewer reports is shown.
    groupMinimum: 5,
    products: [
      { practices: skypeTeams, keys: ['skype-key'] },
      { practices, keys: ['shop-key'] },
    ],
  })

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-shop-'))
})
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => service.close())

const hour = `${new Date().toISOString().slice(0, 13)}:00:00Z`

const send = async (version: number, data: object, more: object = {}): Promise<unknown> => {
  const reports = [{ id: randomUUID(), from: hour, to: hour, data }]
  const body = { v: 1, practices: `shop@${version}`, client: 'shop-service', os: 'Linux', ...more, reports }
  const response = await fetch(`${service.url}/v1/usage?key=shop-key`, {
    method: 'POST',
    body: JSON.stringify(body),
  })
  return response.json()
}

const get = async (path: string): Promise<Record<string, unknown>> =>
  (await fetch(service.url + path)).json() as Promise<Record<string, unknown>>

const totalOf = async (dataType: string): Promise<number | undefined> => {
  await service.settle()
  const { series } = (await get('/api/insights/usage?product=shop&period=month&periods=2')) as {
    series: { dataType: string; values: (number | null)[] }[]
  }
  const values = series.find((one) => one.dataType === dataType)?.values ?? []
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
}

const put = (setting: object): Promise<Response> =>
  fetch(`${service.url}/api/settings`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${readFileSync(join(folder, 'operator-token'), 'utf8').trim()}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ product: 'shop', ...setting }),
  })

const accepted = { accepted: 1, duplicate: 0, refused: [] }

describe('a product of another kind beside the built-in one', () => {
  beforeEach(async () => {
    service = await start(shop)
  })

  test('has its own page, practices, table and figures', async () => {
    expect(
      await send(1, {
        Searches: 3,
        CheckoutSteps: { basket: 2 },
        StartUp: { '500': 2, '8000': 1 },
        Branch: 'lisbon.shop.example',
      }),
    ).toEqual(accepted)
    for (const time of ['500', '500', '1000', '1000']) await send(1, { StartUp: { [time]: 1 } })
    expect(await totalOf('Searches')).toBe(3)
    expect(await get('/api/insights/usage?product=shop')).toMatchObject({
      distributions: [{ dataType: 'StartUp', unit: 'ms', total: 7 }],
    })
    expect(await get('/v1/practices?key=shop-key')).toMatchObject({ product: 'shop', version: 1 })
    const page = await (await fetch(`${service.url}/practices?product=shop&lang=es`)).text()
    expect(page).toContain('Prácticas de recopilación de datos de la tienda')
    expect(await get('/api/conservation?product=shop')).toMatchObject({ usage: { received: 5, stored: 5 } })
    expect(await get('/api/conservation?product=skype-teams')).toMatchObject({ usage: { received: 0 } })
    expect(await send(1, { StartUp: { '700': 1 } })).toMatchObject({
      refused: [{ code: 'CANDOR_VALUE_REFUSED', dataType: 'StartUp' }],
    })
  })

  test('is under its own controls alone', async () => {
    const pool = 'porto.shop.example'
    expect((await put({ control: 'BranchTelemetry', scope: 'company', value: false })).status).toBe(200)
    expect(await send(1, { Searches: 1 })).toMatchObject({
      accepted: 0,
      refused: [{ code: 'CANDOR_DECISION_FORBIDS' }],
    })
    expect((await put({ control: 'BranchTelemetry', scope: `branch:${pool}`, value: true })).status).toBe(200)
    expect(await send(1, { Searches: 1 }, { pool })).toEqual(accepted)
    expect(
      (await put({ control: 'DisableAutomaticSendTracing', scope: 'in-band', value: true })).status,
    ).toBe(404)
    expect((await put({ control: 'BranchTelemetry', scope: 'company', value: null })).status).toBe(200)
  })
})

describe('a data type that is added in one place', () => {
  beforeEach(async () => {
    const usage = { ...shop.dataTypes.usage, Wishlists: { kind: 'count', example: '4' } } as const
    service = await start(definePractices({ ...shop, version: 2, dataTypes: { ...shop.dataTypes, usage } }))
  })

  test('is on the wire, in the table, on the page and in insights, and the earlier version goes on', async () => {
    expect(await send(2, { Wishlists: 4 })).toEqual(accepted)
    expect(await send(1, { Searches: 1 })).toEqual(accepted)
    expect(await send(1, { Wishlists: 4 })).toMatchObject({ refused: [{ code: 'CANDOR_DATA_TYPE_UNKNOWN' }] })
    expect(await totalOf('Wishlists')).toBe(4)
    expect(await totalOf('Searches')).toBe(5)
    expect(await (await fetch(`${service.url}/practices?product=shop`)).text()).toContain(
      'id="usage.Wishlists"',
    )
    expect(await (await fetch(`${service.url}/practices?product=shop&version=1`)).text()).not.toContain(
      'Wishlists',
    )
    const { versions } = (await get('/api/practices/versions?product=shop')) as {
      versions: { version: number }[]
    }
    expect(versions.map(({ version }) => version)).toEqual([2, 1])
  })
})

describe('a version whose description says more of the same', () => {
  beforeEach(async () => {
    const { automatic: _unsaid, ...StartUp } = shop.dataTypes.usage.StartUp
    const usage = { ...shop.dataTypes.usage, StartUp }
    service = await start(definePractices({ ...shop, dataTypes: { ...shop.dataTypes, usage } }))
    await service.close()
    service = await start(shop)
  })

  test('is served in its place on the same data folder, and its reports are taken', async () => {
    expect(await send(1, { StartUp: { '0': 1 } })).toEqual(accepted)
    expect(await (await fetch(`${service.url}/practices?product=shop`)).text()).toContain(
      'Collected by the client itself: how fast the app starts and responds.',
    )
  })
})

import { decide } from '@candor/practices'
import { checkPractices } from '@candor/practices/review'
import { describe, expect, test } from 'vitest'
import { shop } from './practices.js'

test('the practices may be published', () => {
  expect(checkPractices(shop)).toEqual([])
})

describe('the shop’s own controls', () => {
  const app = { client: 'browser-app', os: 'Linux' } as const
  const service = {
    client: 'shop-service',
    os: 'Linux',
    meeting: { pool: 'lisbon.shop.example', site: 'Iberia' },
  } as const

  test('the shopper’s choice governs use in the browser, and nothing else', () => {
    const granted = { ...app, user: { shoppingInsights: 'granted' } }
    expect(decide(shop, 'usage.Searches', app)).toMatchObject({
      collect: false,
      control: 'ShoppingInsights',
      source: 'default',
    })
    expect(decide(shop, 'usage.Searches', granted)).toMatchObject({
      collect: true,
      control: 'ShoppingInsights',
      source: 'user',
    })
    expect(decide(shop, 'error.Failure', granted).collect).toBe(false)
    expect(decide(shop, 'census.Visits', app)).toMatchObject({ collect: true, control: null })
  })

  test('the branch wins over the region, and the region over the company', () => {
    const settings = { BranchTelemetry: { company: false, 'region:Iberia': true } }
    expect(decide(shop, 'usage.Searches', { ...service, settings })).toMatchObject({
      collect: true,
      source: 'region:Iberia',
    })
    const closed = { BranchTelemetry: { ...settings.BranchTelemetry, 'branch:lisbon.shop.example': false } }
    expect(decide(shop, 'error.Failure', { ...service, settings: closed })).toMatchObject({
      collect: false,
      source: 'branch:lisbon.shop.example',
    })
    expect(decide(shop, 'error.Failure', service)).toMatchObject({ collect: true, source: 'default' })
  })

  test('an open incident wins over the contract', () => {
    const contract = { Diagnostics: { contract: false } }
    expect(decide(shop, 'error.Failure', { ...app, settings: contract })).toMatchObject({
      collect: false,
      source: 'contract',
    })
    const incident = { Diagnostics: { contract: false, incident: true } }
    expect(decide(shop, 'error.Failure', { ...app, settings: incident })).toMatchObject({
      collect: true,
      source: 'incident',
    })
  })
})

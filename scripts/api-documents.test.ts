import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openApiDocument } from '@candor/server/open-api'
import { expect, test } from 'vitest'
import { apiTypes, withTables } from './lib/api-documents.mjs'
import { ROOT } from './lib/root.mjs'

const document = openApiDocument() as unknown as Parameters<typeof withTables>[1]
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

test('the types of the web client are those of the contract; npm run api writes them', async () => {
  expect(await apiTypes(document)).toBe(read('packages/web/src/api/generated/open-api.ts'))
})

test('the tables of docs/api.md are those of the contract; npm run api writes them', () => {
  const page = read('docs/api.md')
  expect(withTables(page, document)).toBe(page)
  expect(page).toContain('`PUT /api/settings`')
})

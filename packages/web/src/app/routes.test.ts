import { expect, test } from 'vitest'

import { routeOf } from './routes.js'

test.each([
  ['/', 'home'],
  ['/index.html', 'home'],
  ['/insights', 'insights'],
  ['/insights/', 'insights'],
  ['/conservation', 'conservation'],
  ['/admin', 'admin'],
  ['/admin/', 'admin'],
  ['/admin/settings', 'admin'],
  ['/administrator', 'missing'],
  ['/insight', 'missing'],
  ['/insights/census', 'insights'],
  ['/insights/usage', 'insights'],
  ['/insights/errors/', 'insights'],
  ['/insights/error', 'missing'],
  ['/insightsusage', 'missing'],
])('%s is the page %s', (path, route) => {
  expect(routeOf(path)).toBe(route)
})

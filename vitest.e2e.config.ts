import { defineConfig } from 'vitest/config'

import { conditions } from './vitest.config.js'

/** The whole system: a real server, a real browser, one file at a time. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['e2e/**/*.e2e.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})

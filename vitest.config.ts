import { defineConfig } from 'vitest/config'

/** Tests read the sources of the other rooms, not their last build. */
export const conditions = ['candor-source', 'node', 'module']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'packages/*/src/**/*.test.tsx',
      'examples/*/src/**/*.test.ts',
      'examples/*/src/**/*.test.tsx',
      'bench/src/**/*.test.ts',
      'scripts/**/*.test.ts',
    ],
    setupFiles: ['./vitest.setup.ts'],
    testTimeout: 20_000,
  },
})

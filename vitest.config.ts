import { defineConfig } from 'vitest/config'

/** Tests read the sources of the other rooms, not their last build. */
export const conditions = ['candor-source', 'node', 'module']

const common = {
  setupFiles: ['./vitest.setup.ts'],
  testTimeout: 20_000,
}

/** These rooms keep nothing from one test file to the next, so that their modules are loaded once in a process. */
const PURE = ['packages/{practices,client,elements,web}', 'examples/*']
const OTHERS = ['packages/{server,cli}', 'bench']

const testsOf = (rooms: readonly string[]): string[] => rooms.map((room) => `${room}/src/**/*.test.{ts,tsx}`)

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    projects: [
      { extends: true, test: { ...common, name: 'pure', isolate: false, include: testsOf(PURE) } },
      {
        extends: true,
        test: { ...common, name: 'service', include: [...testsOf(OTHERS), 'scripts/**/*.test.ts'] },
      },
    ],
  },
})

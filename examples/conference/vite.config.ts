import { fileURLToPath } from 'node:url'

import { candorPractices } from '@candor/client/vite'
import { defineConfig } from 'vite'

const page = (name: string): string => fileURLToPath(new URL(`${name}.html`, import.meta.url))

const PAGES = ['index', 'desktop', 'meetings-app', 'join-launcher']

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/examples/conference/',
  plugins: [candorPractices()],
  resolve: { conditions: ['candor-source', 'module', 'browser', 'import', 'default'] },
  build: {
    outDir: 'dist/pages',
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: true,
    // People read the place of an error: functions and lines stay as they are.
    minify: false,
    rolldownOptions: { input: Object.fromEntries(PAGES.map((name) => [name, page(name)])) },
  },
})

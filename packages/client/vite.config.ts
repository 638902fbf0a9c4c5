import { candorPractices } from '@candor/client/vite'
import { defineConfig } from 'vite'

/** Builds the whole client as a page would load it, to be weighed: see .size-limit.json. */
export default defineConfig({
  plugins: [candorPractices()],
  resolve: { conditions: ['candor-source', 'module', 'browser', 'import', 'default'] },
  build: {
    outDir: 'dist/size',
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: false,
    rolldownOptions: {
      input: 'src/size/whole-client.ts',
      output: { entryFileNames: 'candor.js' },
    },
  },
})

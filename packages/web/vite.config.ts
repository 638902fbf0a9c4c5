import { fileURLToPath } from 'node:url'

import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

const serviceUrl = process.env['CANDOR_SERVICE'] ?? 'http://127.0.0.1:8787'
const fromService = ['/api', '/v1', '/practices', '/practices.md', '/practices.json', '/examples']

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  resolve: { conditions: ['candor-source', ...defaultClientConditions] },
  server: { proxy: Object.fromEntries(fromService.map((path) => [path, serviceUrl])) },
  build: {
    outDir: 'dist/app',
    // The charts are one chunk of their own, loaded after the figures stand.
    chunkSizeWarningLimit: 600,
    // Nothing is inlined as a data URL, so that img-src and font-src may stay 'self'.
    assetsInlineLimit: 0,
  },
})

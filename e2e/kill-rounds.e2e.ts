import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runKillRounds } from '../bench/src/kill/run-kill-rounds.js'

test(
  'kill -9 of clients and service, and in the middle of a block, loses nothing that was kept and doubles nothing',
  { timeout: 120_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'candor-rounds-'))
    try {
      const figures = await runKillRounds({
        folder,
        rounds: 6,
        withinMillis: 15_000,
        clients: 2,
        workers: 0,
        random: Math.random,
      })
      expect(figures.reports).toBeGreaterThan(10)
      expect(figures).toMatchObject({ lost: 0, doubled: 0, altered: 0, unknown: 0 })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
)

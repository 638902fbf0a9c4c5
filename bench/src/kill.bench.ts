import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runKillRounds } from './kill/run-kill-rounds.js'

const ROUNDS = 25
const WITHIN_MILLIS = 150_000
const CLIENTS = 4

for (const workers of [0, 2]) {
  const folder = mkdtempSync(join(tmpdir(), 'candor-kill-'))
  try {
    const { kills, ...figures } = await runKillRounds({
      folder,
      rounds: ROUNDS,
      withinMillis: WITHIN_MILLIS,
      clients: CLIENTS,
      workers,
      random: Math.random,
    })
    console.log(`\nkill -9, ${workers} collector processes beside the main one; kills by kind:`, kills)
    console.table([figures])
    if (figures.lost + figures.doubled + figures.altered + figures.unknown > 0) process.exitCode = 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

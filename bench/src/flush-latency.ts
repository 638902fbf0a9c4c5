import { mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const BYTES = 8192

/** How long this disk takes, in milliseconds. */
export interface FlushLatency {
  readonly p50: number
  readonly p99: number
  readonly most: number
}

/** Writes a few KiB to a file and flushes them (fdatasync), at a pace: what no durable acknowledgement is faster than. */
export const measureFlush = async (perSecond: number, seconds: number): Promise<FlushLatency> => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-flush-'))
  const file = await open(join(folder, 'file'), 'w')
  const block = Buffer.alloc(BYTES, 1)
  const took: number[] = []
  const startMillis = performance.now()
  for (let each = 0; each < perSecond * seconds; each += 1) {
    const waitMillis = startMillis + (each * 1000) / perSecond - performance.now()
    if (waitMillis > 0) await pause(waitMillis)
    const beginMillis = performance.now()
    await file.write(block)
    await file.datasync()
    took.push(performance.now() - beginMillis)
  }
  await file.close()
  rmSync(folder, { recursive: true })
  const sorted = took.toSorted((a, b) => a - b)
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return { p50: at(0.5), p99: at(0.99), most: at(1) }
}

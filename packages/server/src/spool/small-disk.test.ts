import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeEntry, makeReport } from '../store/testing/entries.js'
import { createSpool } from './create-spool.js'

const MEGABYTE = 1_048_576
const LANE = { product: 'acme', category: 'usage' } as const

/** A small disk of its own, which only the system's administrator may mount; undefined elsewhere. */
const mountSmallDisk = (): string | undefined => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-small-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=32m', 'tmpfs', folder], { stdio: 'ignore' })
    return folder
  } catch {
    rmSync(folder, { recursive: true })
    return undefined
  }
}

const unmount = (disk: string): void => {
  execFileSync('umount', ['--lazy', disk])
  rmSync(disk, { recursive: true })
}

/** Fills a disk but for so many bytes. */
const fill = (folder: string, leaving: number): void => {
  const { bavail, bsize } = statfsSync(folder)
  writeFileSync(join(folder, 'other'), Buffer.alloc(bavail * bsize - leaving, 1))
}

test('a disk of its own that fills up loses nothing that was acknowledged, and takes reports again once there is room', async ({
  skip,
  onTestFinished,
}) => {
  const at = mountSmallDisk()
  if (at === undefined) {
    skip('nothing may be mounted here')
    return
  }
  onTestFinished(() => unmount(at))
  const folder = join(at, 'spool')
  const clock = { steady: 0 }
  const open = () => createSpool({ folder, steadyNow: () => clock.steady })
  let spool = open()
  let number = 0
  const append = async (): Promise<unknown> => {
    const reports = Array.from({ length: 1000 }, () => makeReport((number += 1), { IMSent: 1 }))
    return spool.append(makeEntry('acme', 'usage', reports), { received: 1000, refused: {} })
  }
  await append()
  fill(at, MEGABYTE)

  let acknowledged = 1
  const fillUp = async (): Promise<never> => {
    for (; acknowledged < 1000; acknowledged += 1) await append()
    throw new Error('the disk never filled')
  }
  await expect(fillUp()).rejects.toMatchObject({ code: 'CANDOR_SPOOL_FULL' })
  const held = acknowledged * 1000
  expect(spool.health()).toMatchObject({ kind: 'failing', code: 'CANDOR_SPOOL_FULL' })
  expect(spool.conservation().usage).toMatchObject({ received: held, pending: held })

  await spool.close()
  spool = open()
  expect(spool.conservation().usage).toMatchObject({ received: held, pending: held })
  const cut = await spool.cut(LANE, 1000)
  if (cut) await spool.release(cut, [])
  expect(spool.conservation().usage).toMatchObject({ stored: 1000, pending: held - 1000 })

  rmSync(join(at, 'other'))
  clock.steady += 2000
  await append()
  expect(spool.conservation().usage).toMatchObject({ received: held + 1000, pending: held })
  await spool.close()
}, 30_000)

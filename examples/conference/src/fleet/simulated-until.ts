import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const FILE = 'simulated-until'

/** Until when an installation was simulated, in milliseconds since 1970; 0 where it never was. */
export const readSimulatedUntil = async (folder: string): Promise<number> => {
  try {
    const millis = Number(await readFile(join(folder, FILE), 'utf8'))
    return Number.isSafeInteger(millis) ? millis : 0
  } catch {
    return 0
  }
}

/** Notes until when an installation was simulated, so that a restart neither repeats nor skips a day. */
export const writeSimulatedUntil = async (folder: string, millis: number): Promise<void> => {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, FILE), String(millis))
}

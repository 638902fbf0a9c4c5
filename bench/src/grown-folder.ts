import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Fleet } from './census-fleet.js'
import { startServer } from './server-process.js'

const DAYS = 28
const DAY_MILLIS = 86_400_000

/** A fleet of devices that each report once a day, for the 28 days up to today. */
export const grownFleet = (devices: number): Fleet => {
  const firstDay = new Date(Date.now() - (DAYS - 1) * DAY_MILLIS).toISOString().slice(0, 10)
  return { devices, days: DAYS, seed: 1, firstDay }
}

/** Fills an empty data folder with what a fleet reported. The service makes its keys and tables first: it refuses a folder that holds tables and no keys. */
export const fillFolder = async (folder: string, fleet: Fleet): Promise<void> => {
  await (await startServer('candor', folder)).stop()
  const program = fileURLToPath(new URL('fill-store.js', import.meta.url))
  await promisify(execFile)(process.execPath, [program, `${folder}/store`, JSON.stringify(fleet)])
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { skypeTeams } from '@candor/practices/skype-teams'
import { createService } from '@candor/server'

const [given = ''] = process.argv.slice(2)
const dataFolder = given === '' ? mkdtempSync(join(tmpdir(), 'candor-bench-')) : given
const service = await createService({
  dataFolder,
  port: 0,
  products: [{ practices: skypeTeams, keys: ['bench'] }],
  insights: 'open',
  // One address sends everything; the limits are at work, but beyond reach.
  limits: { keyRequestsPerSecond: 1e9, keyReportsPerSecond: 1e9, addressRequestsPerSecond: 1e9 },
})
const stop = async (): Promise<void> => {
  await service.close()
  if (given === '') rmSync(dataFolder, { recursive: true })
  process.disconnect()
}
process.on('message', () => void stop())
process.send?.(service.url)

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { startCandor, type CandorProcess } from './candor-process.js'

const hour = `${new Date().toISOString().slice(0, 13)}:00:00Z`
const REPORTS = 500

const send = async ({ url }: CandorProcess): Promise<Response> =>
  fetch(`${url}/v1/usage?key=demo`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: JSON.stringify({
      v: 1,
      practices: 'skype-teams@1',
      client: 'desktop',
      os: 'Windows',
      reports: Array.from({ length: REPORTS }, () => ({
        id: randomUUID(),
        from: hour,
        to: hour,
        data: { IMSent: 1, IMReceived: 2, CallsMade: 3, Sessions: 4, FeatureUse: { 'screen-sharing': 2 } },
      })),
    }),
  })

test('a disk that refuses a write is answered with 503, loses nothing, and the service goes on', async () => {
  const candor = await startCandor({}, { fileBlocks: 1600 })
  try {
    let acknowledged = 0
    let refusal: Response | undefined
    for (let round = 0; round < 60 && refusal === undefined; round += 1) {
      const responses = await Promise.all(Array.from({ length: 4 }, () => send(candor)))
      acknowledged += REPORTS * responses.filter(({ ok }) => ok).length
      refusal = responses.find(({ ok }) => !ok)
    }
    expect(refusal?.status).toBe(503)
    expect(Number(refusal?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refusal?.json()).toMatchObject({ code: 'CANDOR_SPOOL_FULL' })
    // What waited leaves, its room is free again, and reports are taken in once more.
    await expect.poll(async () => (await send(candor)).status, { timeout: 60_000, interval: 500 }).toBe(200)
    acknowledged += REPORTS
    const { usage } = (await (await fetch(`${candor.url}/api/conservation`)).json()) as {
      usage: { stored: number; pending: number; received: number }
    }
    expect(usage.stored + usage.pending).toBe(usage.received)
    expect(usage.received).toBe(acknowledged)
    expect(candor.child.exitCode).toBeNull()
  } finally {
    await candor.stop()
  }
})

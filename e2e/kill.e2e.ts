import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { runCandor, startCandor, type CandorProcess } from './candor-process.js'

const ROUNDS = 3
const REPORTS_A_ROUND = 400

const hour = `${new Date().toISOString().slice(0, 13)}:00:00Z`

const bodyOf = (id: string): string =>
  JSON.stringify({
    v: 1,
    practices: 'skype-teams@1',
    client: 'desktop',
    os: 'Windows',
    org: 'contoso.com',
    reports: [{ id, from: hour, to: hour, data: { IMSent: 1 } }],
  })

/** Sends a report once; says whether it was acknowledged. */
const send = async (url: string, id: string): Promise<boolean> => {
  try {
    const response = await fetch(`${url}/v1/usage?key=demo`, {
      method: 'POST',
      body: bodyOf(id),
      headers: { 'content-type': 'text/plain' },
    })
    await response.json()
    return response.ok
  } catch {
    return false
  }
}

/** Sends reports until the service dies under them; gives those that were not acknowledged. */
const sendUntilKilled = async (
  candor: CandorProcess,
  ids: readonly string[],
  killAfter: number,
): Promise<readonly string[]> => {
  const ended = once(candor.child, 'exit')
  let acknowledged = 0
  const outcomes = await Promise.all(
    ids.map(async (id) => {
      const isAcknowledged = await send(candor.url, id)
      acknowledged += Number(isAcknowledged)
      if (acknowledged === killAfter) candor.child.kill('SIGKILL')
      return { id, isAcknowledged }
    }),
  )
  await ended
  return outcomes.filter(({ isAcknowledged }) => !isAcknowledged).map(({ id }) => id)
}

test(
  'kill -9 of the service loses nothing that was acknowledged and doubles nothing',
  { timeout: 180_000 },
  async () => {
    let candor = await startCandor()
    const { dataFolder } = candor
    try {
      const sent: string[] = []
      let open: readonly string[] = []
      for (let round = 1; round <= ROUNDS; round += 1) {
        const fresh = Array.from({ length: REPORTS_A_ROUND }, () => randomUUID())
        sent.push(...fresh)
        open = await sendUntilKilled(candor, [...open, ...fresh], round * 50)
        candor = await startCandor({ CANDOR_DATA: dataFolder })
      }
      for (const id of open) expect(await send(candor.url, id)).toBe(true)
      for (const id of sent.slice(0, 20)) expect(await send(candor.url, id)).toBe(true)
      await expect
        .poll(
          async () =>
            ((await (await fetch(`${candor.url}/api/conservation`)).json()) as { usage: object }).usage,
          { timeout: 20_000 },
        )
        .toMatchObject({
          stored: sent.length,
          pending: 0,
        })
      const rows = (await runCandor(['export', 'usage', '--url', candor.url], { CANDOR_DATA: dataFolder }))
        .trim()
        .split('\n')
      const ids = rows.map((row) =>
        String((JSON.parse(row) as Record<string, unknown>)['report_id']).toLowerCase(),
      )
      expect(ids.toSorted()).toEqual(sent.toSorted())
    } finally {
      await candor.stop()
      rmSync(dataFolder, { recursive: true, force: true })
    }
  },
)

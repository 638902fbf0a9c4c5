// A client that is killed: it counts, reports and says what it knows, until it is told to come to its end. Arguments:
// endpoint, folder. Lines: `kept ID COUNT` for each report that was on its disk when it began, `acknowledged ID`, `done`.
import { setTimeout as wait } from 'node:timers/promises'
import { inspection } from '@candor/client/inspection'
import { createCandor } from '@candor/client/node'
import { skypeTeams } from '@candor/practices/skype-teams'

const [, , endpoint = '', folder = ''] = process.argv
const PAUSE_MILLIS = 30
const INTERVAL_MILLIS = 3_600_000

const candor = createCandor({
  practices: skypeTeams,
  key: 'bench',
  endpoint,
  client: 'desktop',
  os: 'Linux',
  folder,
  inspect: inspection(),
  intervalMillis: { census: INTERVAL_MILLIS, usage: INTERVAL_MILLIS, error: INTERVAL_MILLIS },
})
await candor.ready

const ending = new AbortController()
process.stdin.on('data', () => ending.abort())

const say = (line: string): boolean => process.stdout.write(`${line}\n`)
const waiting = () =>
  candor.waiting().filter(({ category, state }) => category === 'usage' && state === 'waiting')
const countIn = (body: string): number =>
  (JSON.parse(body) as { reports: { data: { IMSent?: number } }[] }).reports[0]?.data.IMSent ?? 0

for (const { id, body } of waiting()) say(`kept ${id} ${countIn(body)}`)

const told = new Set<string>()
const tellAcknowledged = (): void => {
  for (const id of candor.reportIds('usage')) if (!told.has(id)) say(`acknowledged ${id}`)
  for (const id of candor.reportIds('usage')) told.add(id)
}

let recorded = 0
while (!ending.signal.aborted) {
  recorded += 1
  candor.usage.IMSent.add(1 + (recorded % 5))
  await candor.flush()
  tellAcknowledged()
  await wait(PAUSE_MILLIS)
}
do {
  await candor.flush()
  await wait(PAUSE_MILLIS)
} while (waiting().length > 0)
tellAcknowledged()
await candor.close()
process.stdin.destroy()
say('done')

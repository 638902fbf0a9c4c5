import { bundlePage, type Bundle } from './peers/bundle-page.js'
import { IDLE, type Client } from './peers/clients.js'
import { measureBurst, measureCost, measureIdle, median, type Cost, type Usual } from './peers/cost.js'
import { FAULTS, playFault, type FaultResult } from './peers/faults.js'
import { readOptions } from './peers/options.js'
import { describeSurroundings } from './peers/surroundings.js'
import { toTable, type Row } from './peers/table.js'

const started = performance.now()
const { clients, parts } = readOptions(process.argv.slice(2))
const say = (text: string): void =>
  console.error(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}`)

/** A page that crashes or hangs is a result as well. */
const orBroken = async <T>(what: string, run: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await run()
  } catch (error) {
    say(`${what}: ${String(error)}`)
    return undefined
  }
}

const measureUsual = async (): Promise<Usual> => {
  const bundle = await bundlePage(IDLE.name)
  const all: Usual[] = []
  for (let round = 0; round < IDLE.rounds; round += 1) all.push(await measureIdle(IDLE, bundle))
  const usage = (of: 'recording' | 'waiting') => ({
    task: median(all.map((usual) => usual[of].task)),
    thread: median(all.map((usual) => usual[of].thread)),
    cpu: median(all.map((usual) => usual[of].cpu)),
  })
  const microsPaced = median(all.map((usual) => usual.microsPaced))
  return { microsPaced, recording: usage('recording'), waiting: usage('waiting') }
}
const usual = parts.includes('cost') ? await measureUsual() : undefined
if (usual) say(`no client: ${JSON.stringify(usual)}`)

const costOf = async (client: Client, bundle: Bundle): Promise<Row['cost']> => {
  const costs: Cost[] = []
  for (let round = 0; round < client.rounds; round += 1) {
    const cost = await orBroken(client.title, () => measureCost(client, bundle, usual))
    if (cost) costs.push(cost)
    say(`${client.title}, paced: ${JSON.stringify(cost)}`)
  }
  const microsBurst = await orBroken(client.title, () => measureBurst(client, bundle))
  say(`${client.title}, burst: ${microsBurst} us a call`)
  const middle = (key: keyof Cost): number => median(costs.map((cost) => cost[key]))
  return {
    microsPaced: middle('microsPaced'),
    taskMillis: middle('taskMillis'),
    threadMillis: middle('threadMillis'),
    cpuMillis: middle('cpuMillis'),
    wireBytes: middle('wireBytes'),
    bodyBytes: middle('bodyBytes'),
    delivered: middle('delivered'),
    microsBurst,
  }
}

/** Nothing is timed here, so that the faults of one client run beside each other. */
const faultsOf = async (client: Client, bundle: Bundle): Promise<NonNullable<Row['faults']>> => {
  const results = FAULTS.map(async (fault): Promise<readonly [string, FaultResult | string]> => {
    const result = await orBroken(`${client.title}, ${fault.name}`, () => playFault(client, bundle, fault))
    say(`${client.title}, ${fault.name}: ${JSON.stringify(result)}`)
    return [fault.name, result ?? 'broke']
  })
  return Object.fromEntries(await Promise.all(results))
}

// Interrupted, it still ends the browsers that it started.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

const rows: Row[] = []
for (const client of clients) {
  const bundle = await bundlePage(client.name)
  say(`${client.title}: ${bundle.brotliBytes} B`)
  const cost = parts.includes('cost') ? await costOf(client, bundle) : undefined
  const faults = parts.includes('faults') ? await faultsOf(client, bundle) : undefined
  rows.push({
    title: client.title,
    brotliBytes: bundle.brotliBytes,
    ...(cost && { cost }),
    ...(faults && { faults }),
  })
}
console.log(`${toTable(rows)}\n\n${await describeSurroundings(clients)}`)
say('done')

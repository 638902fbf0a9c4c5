import { readdirSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createOracle, type Judgement, type Oracle } from './oracle.js'
import {
  exportLane,
  kill,
  startClient,
  startService,
  type ServicePlace,
  type Started,
  type StartedService,
} from './processes.js'

/** What is killed in a round: a client; the service at any moment; the service while it stores a block; a collector process. */
const KINDS = ['client', 'service', 'block', 'worker'] as const

/** What is killed in a round. */
export type KillKind = (typeof KINDS)[number]

/** How many rounds, and of what. */
export interface KillRounds {
  /** An empty folder of the caller's. */
  readonly folder: string
  readonly rounds: number
  /** No round begins later than this, in milliseconds after the start. */
  readonly withinMillis: number
  readonly clients: number
  /** Collector processes beside the main one. */
  readonly workers: number
  /** Numbers from 0 to 1. */
  readonly random: () => number
}

/** What came of it. */
export interface KillFigures extends Judgement {
  readonly rounds: number
  readonly kills: Readonly<Record<KillKind, number>>
}

const LEAST_PAUSE_MILLIS = 150
const MORE_PAUSE_MILLIS = 700
const LONGEST_WAIT_FOR_BLOCK_MILLIS = 2000
const LOOK_MILLIS = 1

interface World {
  readonly place: ServicePlace
  readonly oracle: Oracle
  readonly folders: readonly string[]
  service: StartedService
  clients: readonly Started[]
}

const openClient = ({ service, oracle }: Pick<World, 'service' | 'oracle'>, folder: string): Started =>
  startClient(service.url, folder, (line) => oracle.hear(line))

const openWorld = async ({ folder, clients, workers }: KillRounds): Promise<World> => {
  const dataFolder = join(folder, 'service')
  const folders = Array.from({ length: clients }, (_, number) => join(folder, `client-${number}`))
  for (const path of folders) await mkdir(path, { recursive: true })
  const service = await startService({ dataFolder, port: 0, workers })
  const place = { dataFolder, workers, port: Number(new URL(service.url).port) }
  const oracle = createOracle()
  return {
    place,
    oracle,
    folders,
    service,
    clients: folders.map((path) => openClient({ service, oracle }, path)),
  }
}

/** The files of a block that is being stored. */
const blockUnderWay = ({ place }: World): boolean => {
  try {
    return readdirSync(join(place.dataFolder, 'store', 'transfer')).length > 0
  } catch {
    return false
  }
}

const killService = async (world: World): Promise<void> => {
  await kill(world.service)
  world.service = await startService(world.place)
}

const killClient = async (world: World, random: () => number): Promise<void> => {
  const chosen = Math.floor(random() * world.clients.length)
  const folder = world.folders[chosen] ?? ''
  const victim = world.clients[chosen]
  if (victim) await kill(victim)
  world.clients = world.clients.map((client, at) => (at === chosen ? openClient(world, folder) : client))
}

/** The processes that a process started. */
const childrenOf = ({ child: { pid = 0 } }: StartedService): readonly number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)

const killWorker = async ({ service }: World, random: () => number): Promise<void> => {
  const workers = childrenOf(service)
  const victim = workers[Math.floor(random() * workers.length)]
  if (victim !== undefined) process.kill(victim, 'SIGKILL')
}

const killInRound = async (world: World, kind: KillKind, random: () => number): Promise<void> => {
  switch (kind) {
    case 'client':
      return killClient(world, random)
    case 'service':
      return killService(world)
    case 'block': {
      const end = performance.now() + LONGEST_WAIT_FOR_BLOCK_MILLIS
      while (!blockUnderWay(world) && performance.now() < end) await wait(LOOK_MILLIS)
      return killService(world)
    }
    case 'worker':
      return killWorker(world, random)
    default:
      return kind satisfies never
  }
}

/** Lets the clients send what they have, and the service store it; then asks the store. */
const endWorld = async (world: World): Promise<Judgement> => {
  for (const { child } of world.clients) child.stdin?.write('end\n')
  await Promise.all(world.clients.map(({ ended }) => ended))
  for (;;) {
    const answer = await fetch(`${world.service.url}/api/conservation`)
    const { usage } = (await answer.json()) as { readonly usage: { readonly pending: number } }
    if (usage.pending === 0) break
    await wait(100)
  }
  const rows = await exportLane('usage', world.service, world.place.dataFolder)
  return world.oracle.judge(
    rows.map((row) => ({ id: String(row['report_id']).toLowerCase(), count: Number(row['IMSent']) })),
  )
}

/** Kills at random in rounds while clients report, and then counts every report. */
export const runKillRounds = async (given: KillRounds): Promise<KillFigures> => {
  const world = await openWorld(given)
  const kills = { client: 0, service: 0, block: 0, worker: 0 }
  const kinds = given.workers > 0 ? KINDS : KINDS.filter((kind) => kind !== 'worker')
  const end = performance.now() + given.withinMillis
  let rounds = 0
  try {
    for (; rounds < given.rounds && performance.now() < end; rounds += 1) {
      await wait(LEAST_PAUSE_MILLIS + MORE_PAUSE_MILLIS * given.random())
      const kind = kinds[rounds % kinds.length] ?? 'client'
      await killInRound(world, kind, given.random)
      kills[kind] += 1
    }
    return { rounds, kills, ...(await endWorld(world)) }
  } finally {
    for (const { child } of world.clients) child.kill('SIGKILL')
    world.service.child.kill('SIGTERM')
    await world.service.ended
  }
}

import { createServer } from 'node:net'
import { statSync } from 'node:fs'
import { readDisk, leastFreeBytes } from '@candor/server/disk'
import { ok, problem, warning, type Check, type Found, type Scene } from './finding.js'

const isSupported = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22
}

const checkNode = ({ nodeVersion }: Scene): readonly Found[] => [
  isSupported(nodeVersion)
    ? ok(`Node ${nodeVersion}`)
    : problem(`Node ${nodeVersion} is not supported`, 'Install Node 20.19 or newer, or 22.12 or newer.'),
]

const MEBIBYTE = 1_048_576

const checkDisk = async ({ dataFolder }: Scene): Promise<readonly Found[]> => {
  if (statSync(dataFolder, { throwIfNoEntry: false }) === undefined) return []
  const { freeBytes, totalBytes } = await readDisk(dataFolder)
  const least = leastFreeBytes(totalBytes)
  const free = `${Math.floor(freeBytes / MEBIBYTE)} MiB are free on the disk of ${dataFolder}`
  const wayOut = 'Make room on the disk, or move the data folder to a larger one.'
  if (freeBytes < least) return [problem(`${free}: no report is accepted`, wayOut)]
  if (freeBytes < 2 * least) return [problem(`${free}: error reports are not accepted`, wayOut)]
  return [freeBytes < 8 * least ? warning(`${free}: it becomes scarce`, wayOut) : ok(free)]
}

const canListen = (host: string, port: number): Promise<string | undefined> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.name))
    server.listen({ host, port }, () => server.close(() => resolve(undefined)))
  })

const checkPort = async ({ configuration: { host, port }, service }: Scene): Promise<readonly Found[]> => {
  if (service !== undefined || port === 0) return []
  const fault = await canListen(host, port)
  if (fault === undefined) return [ok(`${host}:${port} is free`)]
  const message = `The service cannot listen on ${host}:${port} (${fault})`
  return [
    fault === 'EADDRINUSE'
      ? problem(`${message}: another program does`, 'End that program, or give another port by PORT.')
      : problem(message, 'Give an address of this machine by CANDOR_HOST, and a port that you may use.'),
  ]
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/

const checkListening = ({ configuration }: Scene): readonly Found[] => {
  const { host, tlsCert, behindProxy } = configuration
  if (LOOPBACK.test(host) || tlsCert !== undefined || behindProxy) return []
  return [
    warning(
      `The service listens on ${host} over plain HTTP`,
      'Give tlsCert and tlsKey, or set behindProxy where a proxy in front ends TLS.',
    ),
  ]
}

/** What is checked of the machine. */
export const MACHINE_CHECKS: readonly Check[] = [
  { name: 'node', run: checkNode },
  { name: 'disk', run: checkDisk },
  { name: 'port', run: checkPort },
  { name: 'listening', run: checkListening },
]

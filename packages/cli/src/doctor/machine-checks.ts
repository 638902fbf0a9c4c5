import { createServer } from 'node:net'
import { statSync } from 'node:fs'
import type { Localised } from '@candor/practices'
import { readDisk, leastFreeBytes } from '@candor/server/disk'
import { ok, problem, warning, type Check, type Found, type Scene } from './finding.js'

const isSupported = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22
}

const checkNode = ({ nodeVersion }: Scene): readonly Found[] => [
  isSupported(nodeVersion)
    ? ok({ en: `Node ${nodeVersion}`, es: `Node ${nodeVersion}` })
    : problem(
        { en: `Node ${nodeVersion} is not supported`, es: `Node ${nodeVersion} no se admite` },
        {
          en: 'Install Node 20.19 or newer, or 22.12 or newer.',
          es: 'Instale Node 20.19 o posterior, o 22.12 o posterior.',
        },
      ),
]

const MEBIBYTE = 1_048_576

/** What to do where the disk has no room. */
export const MAKE_ROOM: Localised = {
  en: 'Make room on the disk, or move the data folder to a larger one.',
  es: 'Haga sitio en el disco o mueva la carpeta de datos a uno mayor.',
}

const checkDisk = async ({ dataFolder }: Scene): Promise<readonly Found[]> => {
  if (statSync(dataFolder, { throwIfNoEntry: false }) === undefined) return []
  const { freeBytes, totalBytes } = await readDisk(dataFolder)
  const least = leastFreeBytes(totalBytes)
  const free = Math.floor(freeBytes / MEBIBYTE)
  const say = (en: string, es: string): Localised => ({
    en: `${free} MiB are free on the disk of ${dataFolder}${en}`,
    es: `Hay ${free} MiB libres en el disco de ${dataFolder}${es}`,
  })
  if (freeBytes < least)
    return [problem(say(': no report is accepted', ': no se admite ningún informe'), MAKE_ROOM)]
  if (freeBytes < 2 * least)
    return [
      problem(say(': error reports are not accepted', ': no se admiten informes de errores'), MAKE_ROOM),
    ]
  if (freeBytes < 8 * least) return [warning(say(': it becomes scarce', ': empieza a escasear'), MAKE_ROOM)]
  return [ok(say('', ''))]
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
  const at = `${host}:${port}`
  if (fault === undefined) return [ok({ en: `${at} is free`, es: `${at} está libre` })]
  const say = (en: string, es: string): Localised => ({
    en: `The service cannot listen on ${at} (${fault})${en}`,
    es: `El servicio no puede escuchar en ${at} (${fault})${es}`,
  })
  return [
    fault === 'EADDRINUSE'
      ? problem(say(': another program does', ': lo hace otro programa'), {
          en: 'End that program, or give another port by PORT.',
          es: 'Termine ese programa o indique otro puerto con PORT.',
        })
      : problem(say('', ''), {
          en: 'Give an address of this machine by CANDOR_HOST, and a port that you may use.',
          es: 'Indique con CANDOR_HOST una dirección de esta máquina, y un puerto que pueda usar.',
        }),
  ]
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/

const checkListening = ({ configuration }: Scene): readonly Found[] => {
  const { host, tlsCert, behindProxy } = configuration
  if (LOOPBACK.test(host) || tlsCert !== undefined || behindProxy) return []
  return [
    warning(
      {
        en: `The service listens on ${host} over plain HTTP`,
        es: `El servicio escucha en ${host} con HTTP sin cifrar`,
      },
      {
        en: 'Give tlsCert and tlsKey, or set behindProxy where a proxy in front ends TLS.',
        es: 'Indique tlsCert y tlsKey, o behindProxy si un proxy por delante termina TLS.',
      },
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

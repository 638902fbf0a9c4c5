import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { CandorError, ERRORS, LANGUAGES, type Language } from '@candor/practices'
import { Option, type Command } from 'commander'
import { addConfigurationFlags, settleConfiguration } from '../configuration/configuration-flags.js'
import type { Configuration } from '../configuration/table.js'
import { EXIT_CODES } from '../policy/fault.js'
import type { Environment } from '../environment.js'
import { languageOf } from '../policy/language-of.js'
import type { Surroundings } from '../surroundings.js'
import { askService } from './ask-service.js'
import { examine } from './examine.js'
import { problem, toldBy, type Finding, type Scene } from './finding.js'

interface DoctorOptions {
  readonly url?: string
  readonly json?: boolean
  readonly lang?: Language
}

/** This machine's service is asked at an address of this machine, wherever else it listens. */
const addressOf = ({ host, port, tlsCert }: Configuration): string => {
  const isEverywhere = ['0.0.0.0', '::'].includes(host)
  const name = host.includes(':') ? `[${host}]` : host
  return `${tlsCert === undefined ? 'http' : 'https'}://${isEverywhere ? '127.0.0.1' : name}:${port}`
}

const LOOPBACK = /^(?:127\.0\.0\.1|\[::1\]|localhost)$/

/** The token of the data folder is for this machine's service alone. */
const tokenFor = (url: URL, dataFolder: string, environment: Environment): string | undefined => {
  const path = join(dataFolder, 'operator-token')
  if (environment['CANDOR_TOKEN']) return environment['CANDOR_TOKEN']
  if (!LOOPBACK.test(url.hostname) || !existsSync(path)) return undefined
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return undefined
  }
}

/** Where the metrics are: at an address of their own, if the service on this machine has one. */
const metricsAddress = ({ metricsListen }: Configuration, url: URL): URL => {
  if (metricsListen === undefined || !LOOPBACK.test(url.hostname)) return url
  const { host, port } = metricsListen
  return new URL(`http://${host.includes(':') ? `[${host}]` : host}:${port}`)
}

const openScene = async (
  configuration: Configuration,
  { url: given }: DoctorOptions,
  environment: Environment,
): Promise<Scene> => {
  const address = given ?? addressOf(configuration)
  if (!URL.canParse(address) || !/^https?:/i.test(address))
    throw new CandorError('CANDOR_CONFIGURATION_INVALID', {
      key: 'url',
      expected: 'an http or https address',
    })
  const url = new URL(address)
  const dataFolder = resolve(configuration.dataFolder)
  const token = tokenFor(url, dataFolder, environment)
  const headers = token === undefined ? undefined : { authorization: `Bearer ${token}` }
  return {
    configuration,
    dataFolder,
    url: url.origin,
    service: await askService(new URL('/readyz', url)),
    ask: async (path) => {
      const at = path === '/metrics' ? metricsAddress(configuration, url) : url
      const answer = await askService(new URL(path, at), headers)
      return answer?.status === 200 ? answer.body : undefined
    },
    nowMillis: Date.now(),
    nodeVersion: process.versions.node,
    userId: process.getuid?.(),
  }
}

const findFaults = async (
  settle: () => Configuration,
  options: DoctorOptions,
  environment: Environment,
): Promise<readonly Finding[]> => {
  try {
    return await examine(await openScene(settle(), options, environment))
  } catch (error) {
    if (!(error instanceof CandorError)) throw error
    return [{ check: 'configuration', ...problem(toldBy(error), ERRORS[error.code].remedy) }]
  }
}

const STATES: Readonly<Record<Language, Readonly<Record<Finding['state'], string>>>> = {
  en: { ok: 'ok', warning: 'warning', problem: 'problem' },
  es: { ok: 'bien', warning: 'aviso', problem: 'problema' },
}

const STATE_WIDTH = 9

const textOf = ({ check, state, message, wayOut }: Finding, language: Language): string => {
  const found = `${STATES[language][state].padEnd(STATE_WIDTH)}${check}: ${message[language]}\n`
  return wayOut === undefined ? found : `${found}${' '.repeat(STATE_WIDTH)}-> ${wayOut[language]}\n`
}

const dataOf = ({ check, state, message, wayOut }: Finding, language: Language) => ({
  check,
  state,
  message: message[language],
  ...(wayOut && { wayOut: wayOut[language] }),
})

/** `candor doctor`: finds what is wrong and says the way out. Ends with 1 where there is a problem. */
export const addDoctorCommand = (program: Command, surroundings: Surroundings): void => {
  const { env, stdout } = surroundings
  const doctor = program
    .command('doctor')
    .description(
      'look at the machine, the data folder and the running service, and say what is wrong and the way out',
    )
    .option('--url <url>', 'the service (default: the one that the configuration describes, on this machine)')
    .option('--json', 'as JSON')
    .addOption(new Option('--lang <language>', 'the language of the answer').choices(LANGUAGES))
    .action(async () => {
      const options = doctor.opts<DoctorOptions>()
      const findings = await findFaults(() => settleConfiguration(doctor, env).values, options, env)
      const language = options.lang ?? languageOf(env)
      const text =
        options.json === true
          ? `${JSON.stringify(findings.map((finding) => dataOf(finding, language)))}\n`
          : findings.map((finding) => textOf(finding, language)).join('')
      stdout.write(text)
      if (findings.some(({ state }) => state === 'problem')) surroundings.exitCode = EXIT_CODES.refused
    })
  addConfigurationFlags(doctor, ['service'])
}

import type { AddressInfo } from 'node:net'
import { Server as SecureServer } from 'node:https'
import type { SecureContextOptions } from 'node:tls'
import { CandorError, ERRORS } from '@candor/practices'
import type { FastifyInstance } from 'fastify'
import type { SettledOptions } from '../options.js'
import { drain } from './drain.js'
import { listenFault } from './listen-fault.js'
import { followTlsFiles, readTlsFiles } from './tls.js'

/** An application that takes connections. */
export interface Listener {
  /** Where it answers, such as http://127.0.0.1:8787. */
  readonly url: string
  /** Reads the files of TLS again; connections that are open go on. Files that cannot be used are logged, and change nothing. */
  readonly reload: () => void
  /** Takes no more connections, and ends those there are. */
  readonly close: () => Promise<void>
}

/** What a listener heeds. */
export type ListenOptions = Pick<SettledOptions, 'tls' | 'front' | 'log' | 'drainMillis'>

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/

/** The address of a service, such as http://127.0.0.1:8787. */
export const addressOf = (
  scheme: 'http' | 'https',
  host: string,
  { port }: Pick<AddressInfo, 'port'>,
): string => `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`

/** Says in the log that reports can be read on the way, where they can. */
export const warnOfPlainHttp = (host: string, { tls, front, log }: ListenOptions): void => {
  if (tls !== undefined || front === 'proxy' || LOOPBACK.test(host)) return
  log.warn({
    message:
      'The service is reached from other machines over plain HTTP: reports, and the operator token, can be read on the way. ' +
      'Give tlsCert and tlsKey, or set behindProxy where a proxy in front ends TLS.',
    facts: { host },
  })
}

/** Makes what reads the certificate again and hands it on; one that cannot be used is logged, and changes nothing. */
export const createReload =
  (
    use: (context: SecureContextOptions) => void,
    { tls, log }: Pick<ListenOptions, 'tls' | 'log'>,
  ): (() => void) =>
  () => {
    if (tls === undefined) return
    try {
      use(readTlsFiles(tls))
      log.info({ message: 'The certificate was read again' })
    } catch (error) {
      const code = 'CANDOR_CONFIGURATION_INVALID'
      const facts = error instanceof CandorError ? error.facts : {}
      log.error({ code, message: `${ERRORS[code].title.en}; the former certificate stays in use`, facts })
    }
  }

/** Begins to take connections. */
export const listen = async (
  app: FastifyInstance,
  { host, port }: { readonly host: string; readonly port: number },
  options: ListenOptions,
): Promise<Listener> => {
  const { tls, drainMillis } = options
  warnOfPlainHttp(host, options)
  try {
    await app.listen({ host, port })
  } catch (error) {
    throw listenFault(error, { host, port })
  }
  const reload = createReload((context) => {
    if (app.server instanceof SecureServer) app.server.setSecureContext(context)
  }, options)
  const unfollow = tls === undefined ? () => undefined : followTlsFiles(tls, reload)
  const scheme = tls === undefined ? 'http' : 'https'
  return {
    url: addressOf(scheme, host, app.server.address() as AddressInfo),
    reload,
    close: async () => {
      unfollow()
      await drain(app, drainMillis)
    },
  }
}

import { existsSync } from 'node:fs'
import { CandorError } from '@candor/practices'
import type { AuditHead, AuditVerdict, PublishedHead } from '@candor/server/audit-log'
import type { Command } from 'commander'
import { addOperatorOptions, runAsOperator, type OperatorOptions } from '../admission/operator-options.js'
import { runCommand, type Answer } from '../policy/run-command.js'
import type { Surroundings } from '../surroundings.js'

interface VerifyOptions extends OperatorOptions {
  /** A control plane's file, or the address of its database; without it the running service is asked. */
  readonly file?: string
  readonly head?: string
}

const PUBLISHED = /^(\d{1,15}):([0-9a-f]{64})$/

/** A published head as `candor audit-log head` prints it. Throws CANDOR_QUERY_REFUSED. */
const parseHead = (text: string | undefined): PublishedHead | undefined => {
  if (text === undefined) return undefined
  const [, sequence, hash] = PUBLISHED.exec(text) ?? []
  if (sequence === undefined || hash === undefined)
    throw new CandorError('CANDOR_QUERY_REFUSED', { head: 'as candor audit-log head prints it' })
  return { sequence: Number(sequence), hash }
}

const headText = ({ sequence, hash }: PublishedHead): string => `${sequence}:${hash}`

/** What is told of a log that is whole. Throws CANDOR_AUDIT_LOG_BROKEN where it is not, so that scripts see it. */
const answerVerdict = (verdict: AuditVerdict): Answer => {
  if (verdict.kind === 'broken') {
    const { sequence, fault } = verdict
    throw new CandorError('CANDOR_AUDIT_LOG_BROKEN', { entry: sequence, fault })
  }
  const { entries, head } = verdict
  return {
    text: {
      en: `The audit log is whole: ${entries} entries, head ${headText(head)}\n`,
      es: `El registro de auditoría está íntegro: ${entries} entradas, cabeza ${headText(head)}\n`,
    },
    data: verdict,
  }
}

const answerHead = (head: AuditHead): Answer => ({
  text: { en: `${headText(head)}\n`, es: `${headText(head)}\n` },
  data: head,
})

const verifyFile = async (place: string, head: PublishedHead | undefined): Promise<AuditVerdict> => {
  if (!place.startsWith('postgres') && !existsSync(place))
    throw new CandorError('CANDOR_NOT_FOUND', { file: place })
  const { verifyAuditOf } = await import('@candor/server/audit-log')
  return verifyAuditOf(place, head)
}

/** `candor audit-log verify|head`: whether the log of what was changed is whole, and the head that is published of it. */
export const addAuditCommands = (program: Command, surroundings: Surroundings): void => {
  const audit = program.command('audit-log').description('check the log of who changed what')
  addOperatorOptions(
    audit.command('verify').description('find what was removed, altered, reordered or cut off'),
  )
    .option('--head <head>', 'a head that was published before, as candor audit-log head prints it')
    .option('--file <place>', 'the control plane itself, without a running service')
    .action((options: VerifyOptions) => {
      const { file } = options
      if (file !== undefined)
        return runCommand(surroundings, options, async () =>
          answerVerdict(await verifyFile(file, parseHead(options.head))),
        )
      return runAsOperator(surroundings, options, async (ask) => {
        const head = parseHead(options.head)
        const body = head === undefined ? {} : { head }
        return answerVerdict(
          (await ask({ method: 'POST', path: '/api/audit-log/verification', body })) as AuditVerdict,
        )
      })
    })
  addOperatorOptions(audit.command('head').description('print the head, to be kept elsewhere')).action(
    (options: OperatorOptions) =>
      runAsOperator(surroundings, options, async (ask) =>
        answerHead((await ask({ path: '/api/audit-log/head' })) as AuditHead),
      ),
  )
}

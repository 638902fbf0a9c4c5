import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Command } from 'commander'
import { decide, type DecisionContext } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import type { Surroundings } from '../surroundings.js'

interface Question extends DecisionContext {
  readonly dataType: string
}

const FLUSH_CHARACTERS = 65_536

const answerLine = (line: string): string => {
  try {
    const { dataType, ...context } = JSON.parse(line) as Question
    return JSON.stringify(decide(skypeTeams, dataType, context))
  } catch {
    return JSON.stringify({
      code: 'CANDOR_QUERY_REFUSED',
      detail: 'the line is not a JSON object with a dataType',
    })
  }
}

/** Reads one question a line (JSON Lines) and writes one decision a line. A line that is none gets a coded error in its place. */
export const decideLines = async (input: Readable, output: Writable): Promise<void> => {
  let pending = ''
  const flush = async (): Promise<void> => {
    const text = pending
    pending = ''
    if (!output.write(text)) await new Promise((resolve) => output.once('drain', resolve))
  }
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line.trim() === '') continue
    pending += `${answerLine(line)}\n`
    if (pending.length > FLUSH_CHARACTERS) await flush()
  }
  await flush()
}

/** `candor decide`: JSON Lines of questions on standard input, one decision a line on standard output. */
export const addDecideCommand = (program: Command, { stdin, stdout }: Surroundings): void => {
  program
    .command('decide')
    .description(
      'decide, for each line of standard input, whether a data type is collected and because of what',
    )
    .action(() => decideLines(stdin, stdout))
}

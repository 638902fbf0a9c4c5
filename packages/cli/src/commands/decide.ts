import type { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { decide, type DecisionContext } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import type { Command } from 'commander'
import type { Surroundings } from '../surroundings.js'
import { splitLines } from './split-lines.js'

interface Question extends DecisionContext {
  readonly dataType: string
}

const REFUSED_LINE = JSON.stringify({
  code: 'CANDOR_QUERY_REFUSED',
  detail: 'the line is not a JSON object with a dataType',
})

const isQuestion = (value: unknown): value is Question =>
  typeof (value as { readonly dataType?: unknown } | null)?.dataType === 'string'

const answerLine = (line: string): string => {
  try {
    const question: unknown = JSON.parse(line)
    return isQuestion(question)
      ? JSON.stringify(decide(skypeTeams, question.dataType, question))
      : REFUSED_LINE
  } catch {
    return REFUSED_LINE
  }
}

async function* answerChunks(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const lines of splitLines(chunks)) {
    let answers = ''
    for (const line of lines) if (line.trim() !== '') answers += `${answerLine(line)}\n`
    if (answers !== '') yield answers
  }
}

/**
 * Reads one question a line (JSON Lines, UTF-8) and writes one decision a line, in the same order. A line that is none
 * gets a coded error in its place; blank lines get nothing. Ends quietly where nobody reads the answers any more.
 */
export const decideLines = async (input: Readable, output: Writable): Promise<void> => {
  input.setEncoding('utf8')
  try {
    await pipeline(input, answerChunks, output, { end: false })
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== 'EPIPE') throw error
  }
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

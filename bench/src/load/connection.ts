import { connect } from 'node:net'

/** A connection on which requests are sent one at a time. */
export interface Connection {
  /** Sends a request; `onAnswer` is told the status of its answer. */
  send(request: Buffer, onAnswer: (status: number) => void): void
  close(): void
}

const HEAD_END = '\r\n\r\n'
const STATUS_AT = 9
const NO_CONTENT = 204

/** The status of a whole answer; undefined where the rest of it is still to come. */
const statusOf = (answer: string): number | undefined => {
  const headEnd = answer.indexOf(HEAD_END)
  if (headEnd < 0) return undefined
  const status = Number(answer.slice(STATUS_AT, STATUS_AT + 3))
  if (status === NO_CONTENT) return status
  const [, length = '0'] = /content-length: (\d+)/i.exec(answer) ?? []
  return answer.length >= headEnd + HEAD_END.length + Number(length) ? status : undefined
}

/** Opens a connection. Bare sockets, so that sending costs little beside what is measured. */
export const openConnection = async (url: string): Promise<Connection> => {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port), noDelay: true })
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  let waiting: ((status: number) => void) | undefined
  let begun = ''
  const end = (status: number): void => {
    const tell = waiting
    waiting = undefined
    begun = ''
    tell?.(status)
  }
  socket.on('data', (chunk: Buffer) => {
    begun += chunk.toString('latin1')
    const status = statusOf(begun)
    if (status !== undefined) end(status)
  })
  socket.on('error', () => undefined)
  socket.on('close', () => end(0))
  return {
    send: (request, onAnswer) => {
      if (socket.destroyed) return onAnswer(0)
      waiting = onAnswer
      // What is written at once needs no copy; the template is filled again only after the answer.
      socket.write(request)
    },
    close: () => socket.destroy(),
  }
}

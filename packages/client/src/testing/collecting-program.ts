import { skypeTeams } from '@candor/practices/skype-teams'

import { collectNode } from '../collect/node/index.js'
import { createCandor } from '../node/index.js'

/** A process of its own that is collected from and then ends in some way: node app.mjs FOLDER ENDING. */
const [, , folder = '', ending = ''] = process.argv
const candor = createCandor({
  practices: skypeTeams,
  key: 'demo',
  endpoint: '',
  client: 'desktop',
  org: 'contoso.com',
  folder,
  app: { name: 'Contoso Desk', version: '4.2.0' },
  collect: collectNode(),
})
candor.setUser('amosmarble@contoso.com')
candor.consent.set('granted')
await candor.ready

const fail = (): never => {
  throw new TypeError('no such room')
}

/** What was recorded in the last second before a kill may be lost, so it is kept first. */
const goOn = async (): Promise<void> => {
  setInterval(() => {}, 1000)
  await candor.flush()
  process.stdout.write('ready\n')
}

const exit = (code: number) => (): void => {
  // oxlint-disable-next-line unicorn/no-process-exit -- how a process ends is what is tested
  process.exit(code)
}

const ENDINGS: Readonly<Record<string, () => unknown>> = {
  return: () => {},
  exit: exit(0),
  'exit-3': exit(3),
  close: () => void candor.close().then(fail),
  throw: () => void setImmediate(fail),
  reject: () => void Promise.reject(new TypeError('no such room')),
  survive: () => {
    process.on('uncaughtException', () => setTimeout(exit(0), 10))
    setImmediate(fail)
  },
  wait: goOn,
  'wait-handling': () => {
    process.on('SIGTERM', exit(7))
    return goOn()
  },
}
ENDINGS[ending]?.()

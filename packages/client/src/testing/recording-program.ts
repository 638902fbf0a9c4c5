import { readdirSync } from 'node:fs'

import { skypeTeams } from '@candor/practices/skype-teams'

import { createCandor } from '../node/index.js'

/** A process of its own that records and then ends in some way: node app.mjs FOLDER ENDPOINT throw|return|wait. */
const [, , folder = '', endpoint = '', ending] = process.argv
const candor = createCandor({
  practices: skypeTeams,
  key: 'demo',
  endpoint,
  client: 'desktop',
  os: 'Windows',
  org: 'contoso.com',
  folder,
})
candor.usage.IMSent.add(5)
if (ending === 'throw') throw new Error('the app crashed')
if (ending === 'wait') {
  setInterval(() => {
    if (readdirSync(folder, { recursive: true }).some((name) => String(name).includes('usage.growing')))
      process.stdout.write('kept\n')
  }, 10)
}

// Fills a data folder's census table with a fleet, in a process of its own, since its memory is not the service's.
import { skypeTeams } from '@candor/practices/skype-teams'
import { openEmbeddedStore } from '@candor/server/embedded-store'
import { openEmbeddedEngine } from '@candor/server/engine'
import { fleetInserts, type Fleet } from './census-fleet.js'

const [folder = '', fleet = ''] = process.argv.slice(2)
const store = await openEmbeddedStore({ folder })
await store.prepare([skypeTeams])
await store.close()
const engine = openEmbeddedEngine(folder)
const inserts = fleetInserts('candor.skype_teams_census', JSON.parse(fleet) as Fleet, 'a block a day')
for (const insert of inserts) await engine.command(insert)
await engine.close()

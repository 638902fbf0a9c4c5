import { createCandor } from '@candor/client/browser'
import { skypeTeams } from '@candor/practices/skype-teams'

/** A page of an app: ?endpoint= names the service, and ?interval= the milliseconds between two reports of each lane. */
const query = new URLSearchParams(location.search)
const given = Number(query.get('interval'))

export const candor = createCandor({
  practices: skypeTeams,
  key: 'demo',
  endpoint: query.get('endpoint') ?? '',
  client: 'web',
  org: 'contoso.com',
  ...(given > 0 && { intervalMillis: { census: given, usage: given, error: given } }),
})

Object.assign(window, { candor })

import { definePractices } from './define-practices.js'
import type { LaneData } from './practices.js'
import type { Envelope } from './report.js'
import { skypeTeams, type SkypeTeams } from './skype-teams/index.js'

/** Checked by the compiler: each line below an expectation must not compile. */
export const wrongUsage: LaneData<SkypeTeams, 'usage'> = {
  // @ts-expect-error a count is no text
  IMSent: 'twelve',
}

export const wrongCensus: LaneData<SkypeTeams, 'census'> = {
  // @ts-expect-error census knows no organisation
  FederationPartner: 'contoso.com',
}

export const wrongDirection: LaneData<SkypeTeams, 'error'> = {
  // @ts-expect-error not one of the values
  MessageDirection: 'Sideways',
}

export const wrongEnvelope: Envelope<'census', SkypeTeams> = {
  v: 1,
  practices: 'skype-teams@1',
  client: 'desktop',
  os: 'Windows',
  reports: [],
  // @ts-expect-error the census envelope has no organisation
  org: 'contoso.com',
}

export const wrongPractices = () =>
  definePractices({
    ...skypeTeams,
    dataTypes: {
      ...skypeTeams.dataTypes,
      census: {
        // @ts-expect-error census cannot hold an IP address
        Address: { kind: 'ip-address', example: '192.0.2.17' },
      },
    },
  })

const loads = definePractices({
  ...skypeTeams,
  dataTypes: {
    ...skypeTeams.dataTypes,
    usage: { Loads: { kind: 'distribution', unit: 'ms', bounds: [0, 100], example: '0: 1' } },
  },
})

export const wrongDistribution: LaneData<typeof loads, 'usage'> = {
  // @ts-expect-error a distribution holds counts by bucket, no value of its own
  Loads: 120,
}

export const wrongSource = () =>
  definePractices({
    ...skypeTeams,
    dataTypes: {
      ...skypeTeams.dataTypes,
      // @ts-expect-error no such automatic source
      usage: { Polls: { kind: 'count', automatic: 'mood', example: '1' } },
    },
  })

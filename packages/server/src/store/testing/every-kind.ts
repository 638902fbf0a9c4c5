import { definePractices, type DataTypeIn } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'

const aggregated = {
  Tally: { kind: 'count', example: '3' },
  Spent: { kind: 'duration', unit: 'second', example: '1.5' },
  Uses: { kind: 'labelled-count', example: 'a 1' },
  Waits: { kind: 'distribution', unit: 'ms', bounds: [0, 100, 1000], example: '0: 1' },
  Mode: { kind: 'enumeration', values: ['on', 'off'], example: 'on' },
  Model: { kind: 'name', example: 'Phone' },
  Release: { kind: 'version', example: '8.3' },
  Tongue: { kind: 'language', example: 'en-US' },
} as const

const error = {
  ...aggregated,
  Who: { kind: 'service-hashed-user-id', example: 'x' },
  Words: { kind: 'text', example: 'x' },
  ExitCode: { kind: 'text', example: '0x1' },
  Fault: { kind: 'exception', example: 'TypeError' },
  Lines: { kind: 'log', example: 'x' },
  Figures: { kind: 'measurements', figures: { heap: 'B', time: 'ms' }, example: 'heap 1' },
  Traits: { kind: 'attributes', attributes: ['cores', 'screen'], example: 'cores 8' },
  Address: { kind: 'ip-address', example: '192.0.2.1' },
  Sip: { kind: 'sip-uri', example: 'sip:a@b.c' },
} as const satisfies Readonly<Record<string, DataTypeIn<'error'>>>

/** Practices, for tests, with a data type of every kind in the lanes that may hold it. */
export const everyKind = definePractices({
  ...skypeTeams,
  product: 'every-kind',
  rules: [],
  dataTypes: {
    census: {
      ...aggregated,
      Person: { kind: 'twice-hashed-user-id', example: 'x' },
      Device: { kind: 'device-id', example: 'x' },
    },
    usage: { ...aggregated, Partner: { kind: 'organisation', example: 'contoso.com' } },
    error,
  },
})

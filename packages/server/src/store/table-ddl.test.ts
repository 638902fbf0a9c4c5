import { describe, expect, test } from 'vitest'
import { identifier, literal, tableOf } from './identifiers.js'
import { layOutLane } from './lane-layout.js'
import { addColumnsDdl, createTableDdl } from './table-ddl.js'
import { everyKind } from './testing/every-kind.js'

const EMBEDDED = { kind: 'embedded' } as const
const CLUSTER = { kind: 'cluster', cluster: 'telemetry' } as const

describe('one source for the embedded engine and a cluster', () => {
  test.each(['census', 'usage', 'error'] as const)(
    'the tables of %s differ in what makes copies alone',
    (lane) => {
      const layout = layOutLane([everyKind], lane)
      const onCluster = createTableDdl(layout, CLUSTER)
      expect(onCluster).toMatch(
        /^CREATE TABLE IF NOT EXISTS \S+ ON CLUSTER `telemetry` \(.* ENGINE = ReplicatedReplacingMergeTree\('\/clickhouse\/tables\/\{shard\}\/\{database\}\/\{table\}', '\{replica\}'\) PARTITION BY /,
      )
      const asEmbedded = onCluster
        .replace(' ON CLUSTER `telemetry`', '')
        .replace(/Replicated(ReplacingMergeTree)\('[^']*', '[^']*'\)/, '$1')
        .replace(' replicated_deduplication_window', ' non_replicated_deduplication_window')
      expect(asEmbedded).toBe(createTableDdl(layout, EMBEDDED))
      expect(addColumnsDdl(layout, CLUSTER).replace(' ON CLUSTER `telemetry`', '')).toBe(
        addColumnsDdl(layout, EMBEDDED),
      )
    },
  )
})

describe('a table', () => {
  test('of census keeps a device’s rows together, by months', () => {
    expect(createTableDdl(layOutLane([everyKind], 'census'), EMBEDDED)).toMatch(
      /^CREATE TABLE IF NOT EXISTS candor\.`every_kind_census` \(`report_id` UUID CODEC\(NONE\).* ENGINE = ReplacingMergeTree PARTITION BY toYYYYMM\(covered_day\) ORDER BY \(`Device`, `covered_day`, `report_id`\) SETTINGS /,
    )
  })

  test('of errors keeps a group’s rows of a day together', () => {
    expect(createTableDdl(layOutLane([everyKind], 'error'), EMBEDDED)).toContain(
      'ORDER BY (`covered_day`, `error_fingerprint`, `report_id`)',
    )
  })

  test('gets every column added that it lacks', () => {
    const layout = layOutLane([everyKind], 'usage')
    const added = addColumnsDdl(layout, EMBEDDED).match(/ADD COLUMN IF NOT EXISTS/g) ?? []
    expect(added).toHaveLength(layout.columns.length)
    expect(addColumnsDdl(layout, EMBEDDED)).not.toMatch(/DROP|MODIFY/)
  })
})

test('no name but one of letters, digits and underscores reaches SQL', () => {
  expect(identifier('AppName')).toBe('`AppName`')
  expect(() => identifier('a`; DROP')).toThrow('not an identifier')
  expect(tableOf({ product: 'skype-teams', category: 'error' })).toBe('candor.`skype_teams_error`')
  expect(literal("a'b\\c")).toBe("'a\\'b\\\\c'")
})

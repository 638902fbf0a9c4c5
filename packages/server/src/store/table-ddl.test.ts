import { describe, expect, test } from 'vitest'
import { identifier, literal, tableOf } from './identifiers.js'
import { layOutLane } from './lane-layout.js'
import { addColumnsDdl, createTableDdl } from './table-ddl.js'
import { everyKind } from './testing/every-kind.js'

describe('a table', () => {
  test('of census keeps a device’s rows together, by months', () => {
    expect(createTableDdl(layOutLane([everyKind], 'census'))).toMatch(
      /^CREATE TABLE IF NOT EXISTS candor\.`every_kind_census` \(`report_id` UUID CODEC\(NONE\).* ENGINE = ReplacingMergeTree PARTITION BY toYYYYMM\(covered_day\) ORDER BY \(`Device`, `covered_day`, `report_id`\) SETTINGS /,
    )
  })

  test('of errors keeps a group’s rows of a day together', () => {
    expect(createTableDdl(layOutLane([everyKind], 'error'))).toContain(
      'ORDER BY (`covered_day`, `error_fingerprint`, `report_id`)',
    )
  })

  test('gets every column added that it lacks', () => {
    const layout = layOutLane([everyKind], 'usage')
    const added = addColumnsDdl(layout).match(/ADD COLUMN IF NOT EXISTS/g) ?? []
    expect(added).toHaveLength(layout.columns.length)
    expect(addColumnsDdl(layout)).not.toMatch(/DROP|MODIFY/)
  })
})

test('no name but one of letters, digits and underscores reaches SQL', () => {
  expect(identifier('AppName')).toBe('`AppName`')
  expect(() => identifier('a`; DROP')).toThrow('not an identifier')
  expect(tableOf({ product: 'skype-teams', category: 'error' })).toBe('candor.`skype_teams_error`')
  expect(literal("a'b\\c")).toBe("'a\\'b\\\\c'")
})

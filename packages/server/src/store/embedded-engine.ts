import { createReadStream, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

import type { ClickHouseClient } from '@clickhouse/client'

import { createAfterQuiet } from './after-quiet.js'
import { openChdbConnections } from './chdb-connections.js'
import type { Engine, Row } from './engine.js'
import { literal } from './identifiers.js'
import { loadNative } from './load-native.js'
import { openPrivateFiles, writeBlocks } from './private-files.js'

/** Bounds of every read: 20 seconds, 512 MiB. An abort would not stop the engine, these do. */
const READ_SETTINGS = 'max_execution_time = 20, max_memory_usage = 536870912'

/** Bounds of an export, which reads a whole table. */
const EXPORT_SETTINGS = 'max_execution_time = 3600, max_memory_usage = 1073741824, max_threads = 1'

/** Numbers of 64 bits as JSON numbers: no count here passes 2^53. */
const JSON_SETTINGS = 'output_format_json_quote_64bit_integers = 0'

/** After so long without a read the engine gives the memory of the last ones back, which it would keep for minutes: 1 second. */
const QUIET_MILLIS = 1000

const FINAL_SETTINGS = 'do_not_merge_across_partitions_select_final = 1'

/** The engine inside this process, its data in a folder. */
export const openEmbeddedEngine = (folder: string): Engine => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // What a backup that was interrupted held would never leave the disk.
  rmSync(join(folder, 'engine', 'shadow'), { recursive: true, force: true })
  const { writer, readers } = openChdbConnections(join(folder, 'engine'))
  const files = openPrivateFiles(join(folder, 'transfer'))
  const command = async (sql: string): Promise<void> => {
    await writer.command({ query: sql })
  }
  let reads = 0
  const nextReader = (): ClickHouseClient => {
    reads += 1
    return readers[reads % readers.length] ?? writer
  }
  const memory = createAfterQuiet(QUIET_MILLIS, async () => {
    await nextReader().command({ query: 'SYSTEM JEMALLOC PURGE' })
  })
  return {
    target: { kind: 'embedded' },
    command,
    rows: async (sql, parameters) => {
      memory.note()
      const answer = await nextReader().query({
        query: `${sql} SETTINGS ${READ_SETTINGS}, ${JSON_SETTINGS}, ${FINAL_SETTINGS}`,
        query_params: { ...parameters },
        format: 'JSONEachRow',
      })
      return answer.json<Row>()
    },
    insert: async (insert) =>
      files.use(async (path) => {
        await writeBlocks(path, insert.blocks)
        await loadNative({ command }, insert, path)
      }),
    write: async (sql, format, to) =>
      files.use(async (path) => {
        const query = `${sql} INTO OUTFILE ${literal(path)} FORMAT ${format} SETTINGS ${EXPORT_SETTINGS}, ${FINAL_SETTINGS}`
        await nextReader().command({ query })
        await pipeline(createReadStream(path), to)
      }),
    close: async () => {
      memory.stop()
      for (const connection of [...readers, writer]) await connection.close()
    },
  }
}

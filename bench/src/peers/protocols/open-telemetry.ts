import { json, type Json } from '../json.js'
import { serials, type Protocol } from '../received.js'

const attribute = (record: Json, name: string): unknown => {
  const found = record
    .at('attributes')
    .list()
    .find((entry) => entry.at('key').value === name)
  return found?.at('value', 'intValue').value ?? found?.at('value', 'doubleValue').value
}

/** OTLP/HTTP with JSON: log records. */
export const openTelemetry: Protocol = {
  read: ({ text }) => {
    const records = json(JSON.parse(text))
      .at('resourceLogs')
      .list()
      .flatMap((resource) => resource.at('scopeLogs').list())
      .flatMap((scope) => scope.at('logRecords').list())
    return [
      ...serials(
        'count',
        records.map((record) => attribute(record, 'serial')),
      ),
      ...serials(
        'error',
        records.map((record) => attribute(record, 'error')),
      ),
    ]
  },
}

import { SeverityNumber } from '@opentelemetry/api'
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-http'
import { BatchLogRecordProcessor, LoggerProvider } from '@opentelemetry/sdk-logs'

import { collectorUrl, nameOf } from '../peer.js'

const exporter = new OTLPLogExporter({ url: `${collectorUrl()}/v1/logs`, timeoutMillis: 60_000 })
const provider = new LoggerProvider({
  processors: [
    new BatchLogRecordProcessor({
      exporter,
      maxQueueSize: 100_000,
      maxExportBatchSize: 1000,
      scheduledDelayMillis: 1000,
      exportTimeoutMillis: 60_000,
    }),
  ],
})
const logger = provider.getLogger('bench')

window.peer = {
  count: (serial) =>
    logger.emit({
      severityNumber: SeverityNumber.INFO,
      body: nameOf(serial),
      attributes: { serial, amount: 1 },
    }),
  fail: (serial) =>
    logger.emit({ severityNumber: SeverityNumber.ERROR, body: 'error', attributes: { error: serial } }),
  goOn: () => logger.emit({ severityNumber: SeverityNumber.INFO, body: 'click' }),
  flush: () => provider.forceFlush(),
  // It has none; the nearest is to shut it down, which sends what waits.
  optOut: () => provider.shutdown(),
}

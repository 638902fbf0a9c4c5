export {
  isReady,
  type ClockHealth,
  type DiskFigures,
  type HealthFigures,
  type PartHealth,
  type WorkerFigures,
} from './health/health-figures.js'
export { type StaticFolder } from './http/static-routes.js'
export {
  createLog,
  LOG_LEVELS,
  type Log,
  type LogEntry,
  type LogLevel,
  type LogOptions,
} from './operation/log.js'
export { endOnFault } from './operation/end-on-fault.js'
export { logFailure } from './operation/log-failure.js'
export { LEAST_GROUP_MINIMUM, type ServedProduct, type ServiceOptions } from './options.js'
export { createService, type Service } from './service.js'
export { restoreBackup, type Restored, type RestoreOptions } from './backup/restore-backup.js'
export { unpack as unpackBackup } from './backup/unpack.js'

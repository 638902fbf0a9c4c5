export { type StaticFolder } from './http/static-routes.js'
export { LEAST_GROUP_MINIMUM, type ServedProduct, type ServiceOptions } from './options.js'
export { createService, type Service } from './service.js'

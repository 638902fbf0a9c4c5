export { API_CONTRACT } from './api/contract/api-contract.js'
export type { Answered, RouteDefinition, Taken } from './api/contract/route.js'

export { POLICY_FAULTS, type PolicyFault } from './faults.js'
export { type GroupPolicy } from './group-policy.js'
export { MANAGED_FOLDERS, type ManagedPlatform } from './managed/managed-folders.js'
export { nodeSources } from './node-sources.js'
export { readGroupPolicy, type GroupPolicyOptions } from './read-group-policy.js'
export { parseRegistryPol } from './registry-pol/parse-registry-pol.js'
export { readRegistryPol } from './registry-pol/read-registry-pol.js'
export { deleteValue, setNumber } from './registry-pol/registry-data.js'
export {
  REGISTRY_POL_FAULTS,
  REGISTRY_POL_LIMITS,
  REGISTRY_TYPES,
  type ParsedRegistryPol,
  type RegistryPolEntry,
  type RegistryPolFault,
  type RegistryType,
} from './registry-pol/registry-pol.js'
export { writeRegistryPol } from './registry-pol/write-registry-pol.js'
export { type Ended, type FileFacts, type PolicyFiles, type PolicySources, type Run } from './sources.js'
export {
  explainPolicyWarning,
  POLICY_WARNINGS,
  type PolicyWarning,
  type PolicyWarningCode,
} from './warnings.js'

export { POLICY_LEVELS, policyControlsOf, type PolicyControl, type PolicyLevel } from './policy-controls.js'
export {
  ERROR_REPORTING_PLACES,
  registryPlaceOf,
  type ErrorReportingPlaces,
  type RegistryPlace,
} from './registry-places.js'
export { ADML_CULTURES, renderAdml, type AdmlCulture } from './render-adml.js'
export { renderAdmx } from './render-admx.js'
export { renderPolicyTemplates, type PolicyTemplate } from './render-policy-templates.js'

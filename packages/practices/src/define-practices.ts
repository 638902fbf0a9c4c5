import { DATA_CATEGORIES } from './category.js'
import { KINDS_BY_CATEGORY, type DataTypeKind } from './data-type.js'
import { CandorError } from './errors.js'
import { findDataType, type Practices } from './practices.js'

const PRODUCT = /^[a-z][a-z0-9-]{0,39}$/
const NAME = /^[A-Za-z][A-Za-z0-9]{0,63}$/

const faultOfRules = ({ rules, controls, dataTypes }: Practices): string | undefined => {
  for (const rule of rules) {
    const control = rule.controls.find((name) => !Object.hasOwn(controls, name))
    if (control !== undefined) return `a rule names the control ${control}, which is not defined`
    const type = rule.dataTypes?.find((name) =>
      rule.categories.every((category) => !Object.hasOwn(dataTypes[category], name)),
    )
    if (type !== undefined) return `a rule names the data type ${type}, which is not defined`
    if (rule.categories.includes('census') && rule.controls.length > 0)
      return 'census cannot be put under a control'
  }
  return undefined
}

const faultOfDataTypes = (practices: Practices): string | undefined => {
  for (const category of DATA_CATEGORIES) {
    const kinds: readonly DataTypeKind[] = KINDS_BY_CATEGORY[category]
    for (const name of Object.keys(practices.dataTypes[category])) {
      const type = findDataType(practices, category, name)
      if (!NAME.test(name)) return `${category}.${name} is not a name of letters and digits`
      if (type && !kinds.includes(type.kind))
        return `${category}.${name} is of kind ${type.kind}, which ${category} cannot hold`
    }
  }
  return undefined
}

/**
 * Defines a product's practices. The types of everything else follow from the definition, without code generation.
 * Throws CANDOR_PRACTICES_INVALID, saying what, where a definition contradicts itself.
 */
export const definePractices = <const P extends Practices>(practices: P): P => {
  const fault =
    (PRODUCT.test(practices.product)
      ? undefined
      : 'the product is not lower-case letters, digits and hyphens') ??
    (Number.isInteger(practices.version) && practices.version > 0
      ? undefined
      : 'the version is not a positive integer') ??
    faultOfDataTypes(practices) ??
    faultOfRules(practices)
  if (fault !== undefined)
    throw new CandorError('CANDOR_PRACTICES_INVALID', { product: practices.product, fault })
  return practices
}

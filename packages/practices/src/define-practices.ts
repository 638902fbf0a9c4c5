import { DATA_CATEGORIES } from './category.js'
import type { DataType } from './data-type.js'
import { dataTypeFault } from './data-type-fault.js'
import { CandorError } from './errors.js'
import type { Practices } from './practices.js'

const PRODUCT = /^[a-z][a-z0-9-]{0,39}$/

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
    const types: Readonly<Record<string, DataType>> = practices.dataTypes[category]
    for (const [name, type] of Object.entries(types)) {
      const fault = dataTypeFault(category, name, type)
      if (fault !== undefined) return `${category}.${name} ${fault}`
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

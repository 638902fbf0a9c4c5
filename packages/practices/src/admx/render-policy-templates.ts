import type { Practices } from '../practices.js'
import { ADML_CULTURES, renderAdml } from './render-adml.js'
import { renderAdmx } from './render-admx.js'

/** A file to write, by its path (with slashes) in a PolicyDefinitions folder. */
export interface PolicyTemplate {
  readonly path: string
  /** UTF-8. */
  readonly text: string
}

/** All of a product's files for a PolicyDefinitions folder: the ADMX file, and an ADML file for each culture. */
export const renderPolicyTemplates = (practices: Practices): readonly PolicyTemplate[] => {
  const name = `candor-${practices.product}`
  return [
    { path: `${name}.admx`, text: renderAdmx(practices) },
    ...ADML_CULTURES.map((culture) => ({
      path: `${culture}/${name}.adml`,
      text: renderAdml(practices, culture),
    })),
  ]
}

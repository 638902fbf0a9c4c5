import { existsSync, readFileSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { CandorError, definePractices, type Practices } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import { createJiti } from 'jiti'

const isPractices = (value: unknown): value is Practices =>
  typeof value === 'object' &&
  value !== null &&
  'product' in value &&
  'dataTypes' in value &&
  'rules' in value

const importModule = async (path: string): Promise<unknown> => {
  const exported = await createJiti(import.meta.url).import<object>(path)
  return Object.values(exported).find(isPractices)
}

/**
 * The practices of a name or a file: `skype-teams`, a JSON file, or a JavaScript or TypeScript module that exports
 * them. Throws CANDOR_PRACTICES_INVALID where there are none, or where they contradict themselves.
 */
export const loadPractices = async (nameOrFile: string): Promise<Practices> => {
  if (nameOrFile === skypeTeams.product) return skypeTeams
  const path = resolve(nameOrFile)
  if (!existsSync(path))
    throw new CandorError('CANDOR_PRACTICES_INVALID', { file: nameOrFile, fault: 'there is no such file' })
  const found: unknown =
    extname(path) === '.json' ? JSON.parse(readFileSync(path, 'utf8')) : await importModule(path)
  if (!isPractices(found))
    throw new CandorError('CANDOR_PRACTICES_INVALID', { file: nameOrFile, fault: 'it exports no practices' })
  return definePractices(found)
}

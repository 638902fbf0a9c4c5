import { CandorError, type Practices } from '@candor/practices'
import { diffPractices, type PracticesDiff } from '@candor/practices/review'
import type { AdmissionScope } from '../admission/admitted-version.js'
import type { ChangedBy } from '../control-plane/audit-log.js'
import type { PracticesVersions } from '../control-plane/practices-versions.js'
import { fingerprintOf } from '../fingerprint.js'
import type { Store } from '../store/store.js'
import { checkPublication, parsePublication } from './check-publication.js'
import { compileVersions, type CompileParts } from './compile-versions.js'

/** What became of a publication. */
export interface Publication {
  readonly state: 'published' | 'unchanged'
  readonly product: string
  readonly version: number
  readonly fingerprint: string
  /** What changed from the version that was served until now. */
  readonly diff: PracticesDiff
}

/** The products that are served, in all their versions. It grows while the service runs. */
export interface Catalogue {
  /** The versions that reports may be made under, by product and by product@version; the map stays the same while what is in it changes. */
  readonly admitted: ReadonlyMap<string, AdmissionScope['versions']>
  /**
   * Publishes a newer version of a product: its columns are there, then it is remembered, admitted and served. Throws
   * CANDOR_NOT_FOUND for a product that is not served, and what `checkPublication` throws.
   */
  publish(body: unknown, by: ChangedBy): Promise<Publication>
  /** Admits and serves what was published elsewhere. */
  readonly reload: () => Promise<void>
}

/** What the catalogue works with. */
export interface CatalogueParts extends CompileParts {
  /** What is served now, one a product; a published version takes its predecessor's place in it. */
  readonly products: Practices[]
  readonly versions: PracticesVersions
  readonly store: Pick<Store, 'prepare'>
  /** Told of each publication; it is answered when this resolves. */
  readonly onPublished: () => Promise<void>
}

type Admitted = Map<string, AdmissionScope['versions']>

/** Makes what admits and serves versions that were published elsewhere. */
const createReload = (parts: CatalogueParts, admitted: Admitted) => async (): Promise<void> => {
  const { products, versions, store } = parts
  const before = new Map(products.map(({ product }) => [product, versions.of(product).length]))
  await versions.reload()
  for (const [at, served] of products.entries()) {
    const { product } = served
    const known = versions.of(product)
    if (known.length === before.get(product)) continue
    await store.prepare(known.map(({ practices }) => practices))
    admitted.set(product, compileVersions(product, known, parts))
    products[at] = versions.current(served)
  }
}

/** Creates the catalogue of the products given, with the versions of them that are known. */
export const createCatalogue = (parts: CatalogueParts): Catalogue => {
  const { products, versions, store, onPublished } = parts
  const compile = (product: string) => compileVersions(product, versions.of(product), parts)
  const admitted = new Map(products.map(({ product }) => [product, compile(product)]))
  let last: Promise<unknown> = Promise.resolve()

  const publish = async (body: unknown, by: ChangedBy): Promise<Publication> => {
    const practices = parsePublication(body)
    const { product, version } = practices
    const at = products.findIndex((served) => served.product === product)
    const served = products[at]
    if (served === undefined) throw new CandorError('CANDOR_NOT_FOUND', { product: 'no such product' })
    const answer = {
      product,
      version,
      fingerprint: fingerprintOf(practices),
      diff: diffPractices(served, practices),
    }
    const known = versions.of(product)
    if (checkPublication(practices, known) === 'known') return { state: 'unchanged', ...answer }
    // First the columns, then the memory, then the doors: whatever was let in can be stored, after a crash too.
    await store.prepare([...known.map((each) => each.practices), practices])
    await versions.publish(practices, by)
    admitted.set(product, compile(product))
    products[at] = practices
    await onPublished()
    return { state: 'published', ...answer }
  }
  const reload = createReload(parts, admitted)
  return {
    admitted,
    reload: async () => {
      const reloaded = last.catch(() => undefined).then(reload)
      last = reloaded
      return reloaded
    },
    publish: async (body, by) => {
      const publication = last.catch(() => undefined).then(() => publish(body, by))
      last = publication
      return publication
    },
  }
}

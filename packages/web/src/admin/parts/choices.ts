import { useCallback } from 'react'

import { useQuery } from '../../app/use-query.js'
import { useMe } from '../api/admin-context.js'
import type { Shape } from '../api/api.js'
import { useAsked, valueOf, type Ask } from '../api/use-asked.js'

/** A product that is served. */
export interface ServedProduct {
  readonly product: string
  readonly version: number
  readonly name: Shape<'Localised'>
  readonly fingerprint: string
}

const askProducts: Ask<{ products: ServedProduct[] }> = (api, signal) => api.GET('/api/products', { signal })

const NONE: readonly never[] = []

/** The products, and the one that the address names, else the first; undefined until they are known. */
export const useProducts = (): {
  readonly all: readonly ServedProduct[]
  readonly chosen: ServedProduct | undefined
} => {
  const [query] = useQuery()
  const all = valueOf(useAsked(askProducts))?.products ?? NONE
  return { all, chosen: all.find(({ product }) => product === query.get('product')) ?? all[0] }
}

const askOrganisations: Ask<{ organisations: Shape<'Organisation'>[] }> = (api, signal) =>
  api.GET('/api/organisations', { signal })

/** The organisations that one may see. */
export const useOrganisations = (): readonly Shape<'Organisation'>[] =>
  valueOf(useAsked(askOrganisations))?.organisations ?? NONE

/** The organisation that a page is about: one's own, else the one that the address names, else '' for the deployment. */
export const useOrganisation = (): string => {
  const [query] = useQuery()
  const { organisation } = useMe()
  return organisation ?? query.get('organisation') ?? ''
}

/** The pools of an organisation; of '' the deployment's own. */
export const usePools = (organisation: string): readonly Shape<'Pool'>[] => {
  const ask: Ask<{ pools: Shape<'Pool'>[] }> = useCallback(
    (api, signal) => api.GET('/api/pools', { params: { query: { organisation } }, signal }),
    [organisation],
  )
  return valueOf(useAsked(ask))?.pools ?? NONE
}

/** The sites of an organisation; of '' the deployment's own. */
export const useSites = (organisation: string): readonly Shape<'Site'>[] => {
  const ask: Ask<{ sites: Shape<'Site'>[] }> = useCallback(
    (api, signal) => api.GET('/api/sites', { params: { query: { organisation } }, signal }),
    [organisation],
  )
  return valueOf(useAsked(ask))?.sites ?? NONE
}

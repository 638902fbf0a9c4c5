import { useWording } from '../language/wording.js'
import { ADDRESSES } from './routes.js'
import { withQuery } from './query.js'
import { useQuery } from './use-query.js'

/** The address of a page in the present language; the published practices always name theirs. */
export const useAddress = (page: keyof typeof ADDRESSES): string => {
  const { language } = useWording().format
  const [query] = useQuery()
  const asked = page === 'practices' ? language : (query.get('lang') ?? undefined)
  return `${ADDRESSES[page]}${withQuery('', { lang: asked })}`
}

import { CandorOptionsElement, CandorViewerElement, readPublishedTexts } from '@candor/elements'
import type { Candor } from '@candor/client/browser'
import type { SkypeTeams } from '@candor/practices/skype-teams'

import { find } from './find.js'

/** The elements of a page that show its Candor. */
export interface CandorElements {
  readonly options: CandorOptionsElement
  readonly viewer: CandorViewerElement
}

/** The texts of the practices, which a page's own bundle leaves out: the elements get them from the published document. */
const bindTexts = async ({ options, viewer }: CandorElements): Promise<void> => {
  const response = await fetch('/practices.json?product=skype-teams', { credentials: 'omit' })
  const practices = readPublishedTexts(await response.json())
  options.practices = practices
  viewer.practices = practices
}

/** Gives a page's Candor to its elements; until the texts are there they show names and a short catalogue of their own. */
export const bindElements = (root: ParentNode, candor: Candor<SkypeTeams>): CandorElements => {
  const options = find(root, 'candor-options', CandorOptionsElement)
  const viewer = find(root, 'candor-viewer', CandorViewerElement)
  options.candor = candor
  viewer.candor = candor
  void bindTexts({ options, viewer }).catch(() => undefined)
  return { options, viewer }
}

import type { CandorOfViewer } from '../candor-of-viewer.js'
import type { ViewerSource } from '../viewer-source.js'
import type { Confirm } from './create-confirm.js'

/** The events that the viewer tells the page of. */
export type ViewerEvent = 'candor-erased' | 'candor-reset'

/** What the parts of the viewer work with. */
export interface ViewerParts {
  readonly candor: CandorOfViewer
  /** What is described from, as it stands now. */
  readonly source: ViewerSource
  readonly root: ShadowRoot
  readonly confirm: Confirm
  /** Says something to people who listen. */
  readonly announce: (text: string) => void
  readonly emit: (event: ViewerEvent) => void
  /** Milliseconds since 1970. */
  readonly now: () => number
}

import type { DroppedReports, KeptOnDevice, SentRequest } from '@candor/client/subject-requests'
import type { DataCategory, Language } from '@candor/practices'

import { CATEGORY_TEXTS } from '../options/options-texts.js'
import type { PracticesTexts } from '../shared/practices-texts.js'
import type { CandorOfViewer } from './candor-of-viewer.js'

/** What the viewer is described from. */
export interface ViewerSource {
  readonly candor: Pick<CandorOfViewer, 'practices' | 'decide' | 'connection' | 'inspected'>
  readonly language: Language
  /** The practices with their texts. Default: a short catalogue of the element's own. */
  readonly practices?: PracticesTexts | undefined
  /** As Intl names it. Default: the device's. */
  readonly timeZone?: string | undefined
}

/** What is on the device at one moment. */
export interface Snapshot {
  readonly waiting: readonly KeptOnDevice[]
  readonly sent: readonly SentRequest[]
  readonly dropped: readonly DroppedReports[]
}

/** Reads what is on the device now. */
export const takeSnapshot = (candor: Pick<CandorOfViewer, 'waiting' | 'sent' | 'dropped'>): Snapshot => ({
  waiting: candor.waiting(),
  sent: candor.sent(),
  dropped: candor.dropped(),
})

/** A category's name. */
export const categoryLabelOf = (
  { practices, language }: Pick<ViewerSource, 'practices' | 'language'>,
  category: DataCategory,
): string => (practices?.categories[category] ?? CATEGORY_TEXTS[category]).label[language]

/** A moment as people read it. */
export const formatMoment = (
  { language, timeZone }: Pick<ViewerSource, 'language' | 'timeZone'>,
  atMillis: number,
): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium', timeZone }).format(atMillis)

/** A text's length in bytes, as people read it. */
export const formatBytes = (text: string, language: Language): string => {
  const bytes = new TextEncoder().encode(text).length
  return `${new Intl.NumberFormat(language, { useGrouping: 'always' }).format(bytes)}\u00A0B`
}

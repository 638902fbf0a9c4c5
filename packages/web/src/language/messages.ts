import type { DataCategory } from '@candor/practices'

/** Every text of the pages that does not come from the service. A missing one does not compile. */
export interface Messages {
  readonly languageName: string
  readonly shell: {
    readonly skip: string
    readonly mainNavigation: string
    readonly home: string
    readonly insights: string
    readonly conservation: string
    readonly admin: string
    readonly practices: string
    readonly conference: string
    readonly useDark: string
    readonly useLight: string
    readonly footer: string
    readonly missingTitle: string
    readonly missingText: string
  }
  readonly home: {
    readonly title: string
    readonly lead: string
    readonly insightsText: string
    readonly practicesText: string
    readonly conferenceText: string
  }
  readonly conservation: {
    readonly title: string
    readonly law: string
    readonly lane: string
    readonly received: string
    readonly stored: string
    readonly refused: string
    readonly duplicate: string
    readonly pending: string
    readonly balance: string
    readonly holds: string
    readonly isOff: (reports: string) => string
    readonly refusedTitle: string
    /** Leads from the home page to the page of the balances. */
    readonly more: string
    readonly allProducts: string
    readonly emptyTitle: string
    readonly emptyText: string
    readonly wordsTitle: string
    /** What each word of the balance means. */
    readonly meanings: Readonly<
      Record<'received' | 'stored' | 'refused' | 'duplicate' | 'pending' | 'balance', string>
    >
  }
  readonly lanes: Readonly<Record<DataCategory, string>>
  readonly state: {
    readonly loading: string
    readonly updatedNow: string
    readonly updatedAgo: (seconds: number) => string
    readonly unreachable: string
    readonly unreachableRemedy: string
    readonly unreadable: string
    readonly unreadableRemedy: string
    readonly stale: string
    readonly signIn: string
  }
  readonly insights: InsightMessages
}

/** The texts of the insights page. */
export interface InsightMessages {
  readonly title: string
  readonly product: string
  readonly version: (version: number) => string
  readonly fingerprint: string
  readonly period: string
  readonly days: (days: number) => string
  readonly day: string
  readonly total: string
  readonly asTable: string
  readonly perDay: (what: string) => string
  readonly perDayBy: (what: string, by: string) => string
  readonly hidden: string
  readonly hiddenMeaning: (minimum: number) => string
  readonly noneChosen: string
  /** Why users count more than once over a change of the keys. */
  readonly userEpochs: (epochs: number) => string
  readonly census: {
    readonly lead: string
    readonly show: string
    readonly devices: string
    readonly devicesMeaning: string
    readonly reports: string
    readonly reportsMeaning: string
    readonly users: string
    readonly usersMeaning: string
    readonly countMeaning: string
    readonly suppressed: (groups: number, minimum: number) => string
    /** Why a line has gaps. */
    readonly gaps: (minimum: number) => string
    readonly emptyTitle: string
    readonly emptyText: string
    readonly allHidden: string
  }
  readonly usage: {
    readonly lead: string
    readonly note: string
    readonly series: string
    readonly seriesHint: string
    readonly reports: string
    readonly units: { readonly minute: string; readonly second: string }
    readonly emptyTitle: string
    readonly emptyText: string
  }
  readonly error: {
    readonly lead: string
    readonly reports: string
    readonly groups: string
    readonly type: string
    readonly place: string
    readonly code: string
    readonly affectedUsers: string
    readonly first: string
    readonly last: string
    readonly trend: string
    readonly unknown: string
    readonly suppressed: (groups: number, minimum: number) => string
    readonly emptyTitle: string
    readonly emptyText: string
    readonly allHidden: string
  }
}

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
  /** What the insights share with other pages; the rest stands beside them. */
  readonly insights: { readonly product: string }
}

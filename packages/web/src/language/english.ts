import type { Messages } from './messages.js'

/** The pages' texts in English. */
export const ENGLISH: Messages = {
  languageName: 'English',
  shell: {
    skip: 'Skip to the content',
    mainNavigation: 'Main',
    home: 'Candor, home page',
    insights: 'Insights',
    conservation: 'Conservation',
    admin: 'Admin center',
    practices: 'Practices',
    conference: 'Conference example',
    useDark: 'Use dark colors',
    useLight: 'Use light colors',
    footer: 'Census, usage and error reports travel in three lanes that never meet.',
    missingTitle: 'There is no such page',
    missingText: 'The address may have been mistyped. The home page lists everything there is.',
  },
  home: {
    title: 'Telemetry that says exactly what it collects',
    lead: 'One practices file decides what an app may record, what this service admits and what the published page says. Nothing else leaves a device.',
    insightsText: 'Devices, users and versions; calls, messages and meetings; errors and whom they hit.',
    practicesText: 'Every data type that is collected, with an example, and who can turn it on or off.',
    conferenceText: 'A desktop client that sends real reports to this service.',
  },
  conservation: {
    title: 'Every report has exactly one outcome',
    law: 'received = stored + refused + duplicate + pending, in each lane and at all times.',
    lane: 'Lane',
    received: 'Received',
    stored: 'Stored',
    refused: 'Refused',
    duplicate: 'Duplicate',
    pending: 'Pending',
    balance: 'Balance',
    holds: 'Holds',
    isOff: (reports) => `Off by ${reports}`,
    refusedTitle: 'Refused, by reason',
    more: 'By product, and what the words mean',
    allProducts: 'All products',
    emptyTitle: 'No report has arrived yet',
    emptyText:
      'The law holds for nothing too. The figures change by themselves when a device sends its first report.',
    wordsTitle: 'What the words mean',
    meanings: {
      received: 'Reports in requests that bore a key of the product.',
      stored: 'Moved to the tables; insights count these, each once.',
      refused:
        'Not kept, with a coded reason that the device was told. Requests without a known key belong to no product and are not counted here.',
      duplicate:
        'Had been received before under the same random id, since a device sends again what was not answered.',
      pending: 'Durable in the spool and on their way to the tables, which takes seconds.',
      balance:
        'Received minus the four outcomes. It is worked out here, in this page, from the figures of the service; anything but zero would be a fault.',
    },
  },
  lanes: { census: 'Census', usage: 'Usage', error: 'Errors' },
  state: {
    loading: 'Loading',
    updatedNow: 'Updated just now',
    updatedAgo: (seconds) => `Updated ${seconds} s ago`,
    unreachable: 'The service does not answer',
    unreachableRemedy: 'See whether it runs. This page keeps trying.',
    unreadable: 'The service answered with something these pages cannot read',
    unreadableRemedy: 'Reload the page; it may be older than the service.',
    signIn: 'Go to the sign-in',
    stale: 'These are the last figures that arrived.',
  },
  insights: { product: 'Product' },
}

import type { BareDataType, DataCategory } from '@candor/practices'

import { emptyData } from './add-up.js'
import type { Client, Lane } from './client.js'
import { DEFAULT_MILLIS } from './intervals.js'
import { createReminder } from './reminder.js'
import { runLane, saveLane } from './schedule.js'

/** Makes a lane of a client, with nothing recorded. */
export const createLane = (client: Client, category: DataCategory): Lane => {
  const types: Readonly<Record<string, BareDataType>> = client.practices.dataTypes[category]
  const lane: Lane = Object.assign(Object.create(client) as Client, {
    category,
    intervalMillis: client.options.intervalMillis?.[category] ?? DEFAULT_MILLIS[category],
    types,
    checks: new Map(),
    open: new Set(Object.keys(types)),
    counts: emptyData(),
    values: emptyData(),
    news: 'none' as const,
    held: [],
    caught: [],
    lines: [],
    attached: new Map(),
    lastUser: undefined,
    mine: new Set<string>(),
    rests: new Set<string>(),
    sent: [],
    sending: Promise.resolve(),
    next: undefined,
    isBusy: false,
    restsUntilMillis: 0,
    failuresBefore: undefined,
    saving: createReminder(client.platform, () => saveLane(lane)),
    running: createReminder(client.platform, () => runLane(lane)),
  })
  return lane
}

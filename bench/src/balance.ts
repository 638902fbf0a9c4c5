import { setTimeout as wait } from 'node:timers/promises'

/** What became of a lane's reports. */
export interface Balance {
  readonly received: number
  readonly stored: number
  readonly refused: Readonly<Record<string, number>>
  readonly duplicate: number
  readonly pending: number
}

const LOOK_MILLIS = 100

/** The balance of a service's usage lane. */
export const readBalance = async (url: string): Promise<Balance> => {
  const response = await fetch(`${url}/api/conservation`)
  const { usage } = (await response.json()) as { readonly usage: Balance }
  return usage
}

/** Waits until nothing waits in the spool of the usage lane. */
export const settle = async (url: string): Promise<Balance> => {
  for (;;) {
    const balance = await readBalance(url)
    if (balance.pending === 0) return balance
    await wait(LOOK_MILLIS)
  }
}

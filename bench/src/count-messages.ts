import { randomUUID } from 'node:crypto'

interface UsageAnswer {
  readonly series: readonly { readonly dataType: string; readonly values: readonly (number | null)[] }[]
}

/** Insights show nothing of fewer reports. */
const GROUP_MINIMUM = 10

/** Sends as many reports of calls as insights need to show anything of a day. */
export const makeVisible = async (url: string): Promise<void> => {
  const hour = `${new Date().toISOString().slice(0, 13)}:00:00Z`
  const reports = Array.from({ length: GROUP_MINIMUM }, () => ({
    id: randomUUID(),
    from: hour,
    to: hour,
    data: { CallsMade: 1 },
  }))
  const body = JSON.stringify({ v: 1, practices: 'skype-teams@1', client: 'desktop', os: 'Linux', reports })
  const response = await fetch(`${url}/v1/usage?key=bench`, { method: 'POST', body })
  if (!response.ok) throw new Error(`answered ${response.status}`)
}

/** The messages of the last days that can be asked for at a service. */
export const countMessages = async (url: string): Promise<number> => {
  const response = await fetch(`${url}/api/insights/usage?periods=2`)
  const { series } = (await response.json()) as UsageAnswer
  const values = series.find(({ dataType }) => dataType === 'IMSent')?.values ?? []
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
}

interface UsageAnswer {
  readonly series: readonly { readonly dataType: string; readonly total: number }[]
}

/** The messages of the last days that can be asked for at a service. */
export const countMessages = async (url: string): Promise<number> => {
  const response = await fetch(`${url}/api/insights/usage?days=2`)
  const { series } = (await response.json()) as UsageAnswer
  return series.find(({ dataType }) => dataType === 'IMSent')?.total ?? 0
}

import { parseEnvelope, parseReport, type DataCategory } from '@candor/practices'

/** A report as it arrived, with its envelope. */
export interface ArrivedReport {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly data: Readonly<Record<string, unknown>>
  readonly decision?: unknown
  readonly envelope: Readonly<Record<string, unknown>>
}

/** The reports in a request body. Throws where the service would refuse it. */
export const readArrivedReports = (category: DataCategory, text: string): readonly ArrivedReport[] => {
  const parsed = parseEnvelope(category, JSON.parse(text))
  if (parsed.kind === 'refused') throw new Error(`the envelope is refused: ${parsed.code} ${parsed.field}`)
  return parsed.value.reports.map((entry) => {
    const report = parseReport(category, entry)
    if (report.kind === 'refused') throw new Error(`the report is refused: ${report.code} ${report.field}`)
    return { ...(entry as ArrivedReport), envelope: JSON.parse(text) as ArrivedReport['envelope'] }
  })
}

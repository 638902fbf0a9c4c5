import { json } from '../json.js'
import { serials, type Protocol } from '../received.js'

const FORBIDDEN = { DisableAutomaticSendTracing: { 'in-band': true } }

/** Candor's reports (docs/wire-format): labelled counts in usage, one error a report. */
export const candor: Protocol = {
  read: ({ text }) =>
    json(JSON.parse(text || '{}'))
      .at('reports')
      .list()
      .flatMap((report) => [
        ...report
          .at('data', 'FeatureUse')
          .entries()
          .map(([label, amount]) => ({
            kind: 'sum' as const,
            id: `${String(report.at('id').value)} ${label}`,
            amount: Number(amount),
          })),
        ...serials('error', [report.at('data', 'ErrorCode').value]),
      ]),
  answer: ({ url, text }, { isForbidden }) =>
    JSON.stringify(
      url.pathname === '/v1/policy'
        ? {
            product: 'skype-teams',
            revision: Number(isForbidden),
            org: url.searchParams.get('org') ?? '',
            pool: '',
            settings: isForbidden ? FORBIDDEN : {},
          }
        : {
            accepted: json(JSON.parse(text)).at('reports').list().length,
            duplicate: 0,
            refused: [],
          },
    ),
}

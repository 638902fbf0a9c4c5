import type { ReactElement } from 'react'

import { StackedRow, StackedTable, type Column } from '../../parts/stacked-table.js'
import { useMe } from '../api/admin-context.js'
import type { Shape } from '../api/api.js'
import { useTexts } from '../language.js'
import { Badge } from '../parts/badge.js'
import { isolated, Name } from '../parts/name.js'
import { OpenedForm } from '../parts/opened-form.js'
import { COMMON_TEXTS } from '../parts/texts.js'
import { useWords } from '../parts/use-words.js'
import { ApproveForm } from './approve-form.js'
import { PRACTICES_TEXTS } from './texts.js'

const SHOWN_FINGERPRINT_LENGTH = 16
const MAY_APPROVE: ReadonlySet<Shape<'AccountRole'>> = new Set(['operator', 'privacy-officer'])

const Approvals = ({ approvals }: { readonly approvals: readonly Shape<'Approval'>[] }): ReactElement => {
  const texts = useTexts(PRACTICES_TEXTS)
  const roles: Readonly<Record<string, string>> = useTexts(COMMON_TEXTS).roles
  const words = useWords()
  if (approvals.length === 0) return <span>{texts.noApprovals}</span>
  return (
    <span>
      {approvals.map(({ by, role, at, note }) => (
        <span key={`${by} ${at}`} style={{ display: 'block' }}>
          {texts.approval(isolated(by), roles[role] ?? isolated(role), words.time(at))}
          {note === null ? null : (
            <>
              {': '}
              <Name>{note}</Name>
            </>
          )}
        </span>
      ))}
    </span>
  )
}

const useColumns = (): readonly Column[] => {
  const texts = useTexts(PRACTICES_TEXTS)
  const common = useTexts(COMMON_TEXTS)
  const { role } = useMe()
  return [
    { heading: texts.version, align: 'text' },
    { heading: texts.served, align: 'text' },
    { heading: texts.publishedBy, align: 'text' },
    { heading: texts.fingerprint, align: 'text' },
    { heading: texts.approvals, align: 'text' },
    ...(MAY_APPROVE.has(role) ? [{ heading: common.actions, align: 'text' } as const] : []),
  ]
}

/** The versions, the newest first. */
export const VersionsTable = ({
  product,
  versions,
  onChanged,
}: {
  readonly product: string
  readonly versions: readonly Shape<'ReviewedVersion'>[]
  readonly onChanged: () => void
}): ReactElement => {
  const texts = useTexts(PRACTICES_TEXTS)
  const words = useWords()
  const columns = useColumns()
  return (
    <StackedTable caption={texts.title} columns={columns}>
      {versions.map((each) => (
        <StackedRow
          key={each.version}
          columns={columns}
          head={
            <span>
              {each.version} {each.isServed ? <Badge tone="good">{texts.now}</Badge> : null}
            </span>
          }
          cells={[
            words.time(each.servedAt),
            each.publishedBy === null ? texts.byConfiguration : <Name key="by">{each.publishedBy}</Name>,
            <code key="fingerprint" translate="no" title={each.fingerprint}>
              {each.fingerprint.slice(0, SHOWN_FINGERPRINT_LENGTH)}
            </code>,
            <Approvals key="approvals" approvals={each.approvals} />,
            <OpenedForm key="approve" label={texts.approve} name={String(each.version)} kind="quiet">
              {(close) => (
                <ApproveForm
                  product={product}
                  version={each}
                  onDone={() => {
                    close()
                    onChanged()
                  }}
                />
              )}
            </OpenedForm>,
          ]}
        />
      ))}
    </StackedTable>
  )
}

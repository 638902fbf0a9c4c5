import { useState, type ReactElement } from 'react'

import { useWording } from '../../language/wording.js'
import { StackedRow, StackedTable, type Column } from '../../parts/stacked-table.js'
import type { Shape } from '../api/api.js'
import { useTexts } from '../language.js'
import { Badge } from '../parts/badge.js'
import { Button } from '../parts/button.js'
import { Dialog } from '../parts/dialog.js'
import { LaneMark } from '../parts/lane-mark.js'
import { useWords } from '../parts/use-words.js'
import { ReceiptView } from './receipt-view.js'
import { SUBJECTS_TEXTS } from './texts.js'

const ReceiptButton = ({ request }: { readonly request: string }): ReactElement => {
  const texts = useTexts(SUBJECTS_TEXTS)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button kind="quiet" aria-label={`${texts.showReceipt}: ${request}`} onClick={() => setOpen(true)}>
        {texts.showReceipt}
      </Button>
      {isOpen ? (
        <Dialog title={texts.receipt} onClose={() => setOpen(false)}>
          <ReceiptView request={request} onClose={() => setOpen(false)} />
        </Dialog>
      ) : null}
    </>
  )
}

/** Erasures, the newest first; nothing says whose they are. */
export const RequestsTable = ({
  requests,
}: {
  readonly requests: readonly Shape<'SubjectRequest'>[]
}): ReactElement => {
  const texts = useTexts(SUBJECTS_TEXTS)
  const words = useWords()
  const { format } = useWording()
  const columns: readonly Column[] = [
    { heading: texts.request, align: 'text' },
    { heading: texts.lane, align: 'text' },
    { heading: texts.state, align: 'text' },
    { heading: texts.requested, align: 'text' },
    { heading: texts.erased, align: 'number' },
    { heading: texts.receipt, align: 'text' },
  ]
  return (
    <StackedTable caption={texts.list} columns={columns}>
      {requests.map((each) => (
        <StackedRow
          key={each.request}
          columns={columns}
          head={<code translate="no">{each.request}</code>}
          cells={[
            <LaneMark key="lane" lane={each.category}>
              {words.category(each.category)}
            </LaneMark>,
            <Badge key="state" tone={each.state === 'done' ? 'good' : 'plain'}>
              {texts.states[each.state]}
            </Badge>,
            words.time(each.requestedAt),
            each.erased === null ? '' : format.number(each.erased),
            each.state === 'done' ? <ReceiptButton key="receipt" request={each.request} /> : null,
          ]}
        />
      ))}
    </StackedTable>
  )
}

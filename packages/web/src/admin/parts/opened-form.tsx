import { useState, type ReactElement, type ReactNode } from 'react'

import classes from './admin.module.css'
import { Button } from './button.js'
import { Dialog } from './dialog.js'
import { useTexts } from '../language.js'
import { COMMON_TEXTS } from './texts.js'

/** A button that opens a form in a dialog; the form says when it is done. */
export const OpenedForm = ({
  label,
  name,
  kind = 'plain',
  children,
}: {
  readonly label: string
  /** What it is about, for those who hear the button without what is beside it. */
  readonly name?: string
  readonly kind?: 'plain' | 'quiet'
  readonly children: (close: () => void) => ReactNode
}): ReactElement => {
  const texts = useTexts(COMMON_TEXTS)
  const [isOpen, setOpen] = useState(false)
  const close = (): void => setOpen(false)
  return (
    <>
      <Button
        kind={kind}
        aria-label={name === undefined ? undefined : `${label}: ${name}`}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      {isOpen ? (
        <Dialog title={label} onClose={close}>
          {children(close)}
          <div className={classes['actions']}>
            <Button onClick={close}>{texts.cancel}</Button>
          </div>
        </Dialog>
      ) : null}
    </>
  )
}

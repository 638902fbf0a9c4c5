import { useState, type ReactElement, type ReactNode } from 'react'

import { useTexts } from '../language.js'
import classes from './admin.module.css'
import { Button } from './button.js'
import dialog from './dialog.module.css'
import { Dialog } from './dialog.js'
import { COMMON_TEXTS } from './texts.js'

/** A secret that the service never shows again; empty: it did before. Escape does not close it: it would be lost. */
export const ShownOnce = ({
  title,
  secret,
  children,
  onClose,
}: {
  readonly title: string
  readonly secret: string
  readonly children?: ReactNode
  readonly onClose: () => void
}): ReactElement => {
  const texts = useTexts(COMMON_TEXTS)
  const [state, setState] = useState<'fresh' | 'copied'>('fresh')
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(secret)
    setState('copied')
  }
  return (
    <Dialog title={title} onClose={() => undefined}>
      <p className={classes['plain']}>{secret === '' ? texts.shownBefore : texts.shownOnce}</p>
      {children}
      {secret === '' ? null : (
        <code className={dialog['secret']} translate="no">
          {secret}
        </code>
      )}
      <div className={classes['actions']}>
        {window.isSecureContext && secret !== '' ? (
          <Button onClick={() => void copy()}>{state === 'copied' ? texts.copied : texts.copy}</Button>
        ) : null}
        <Button kind="primary" onClick={onClose}>
          {texts.done}
        </Button>
      </div>
    </Dialog>
  )
}

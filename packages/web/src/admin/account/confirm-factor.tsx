import { useState, type ReactElement } from 'react'

import { useAdmin } from '../api/admin-context.js'
import { once, type Shape } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import dialog from '../parts/dialog.module.css'
import { Form } from '../parts/form.js'
import { TextField } from '../parts/text-field.js'
import { QrCode } from './qr-code.js'
import { ACCOUNT_TEXTS } from './texts.js'

/** The secret that a person types into the app, from its otpauth: address. */
const secretOf = (uri: string): string => new URL(uri).searchParams.get('secret') ?? uri

/** What a person keeps of a second factor. */
export interface FactorSecret {
  /** otpauth: for the app that makes the codes. */
  readonly uri: string
  readonly backupCodes: readonly string[]
}

/** The secret of an answer; undefined where an earlier answer, which did not arrive, held it. */
export const factorSecretOf = ({
  uri,
  backupCodes = [],
}: Shape<'SecondFactorSecret'>): FactorSecret | undefined =>
  uri === undefined ? undefined : { uri, backupCodes }

/** Shows the secret and the backup codes, and asks for the first code. */
export const ConfirmFactor = ({
  secret,
  onDone,
}: {
  readonly secret: FactorSecret
  readonly onDone: () => void
}): ReactElement => {
  const texts = useTexts(ACCOUNT_TEXTS)
  const { api } = useAdmin()
  const { state, run } = useAction()
  const [code, setCode] = useState('')
  const confirm = async (): Promise<void> => {
    const params = { header: once() }
    const body = { code: code.trim() }
    const answer = await run(api.POST('/api/account/second-factor/confirmation', { params, body }))
    if (answer.kind === 'done') onDone()
  }
  return (
    <Form submit={texts.confirm} state={state} onSubmit={() => void confirm()}>
      <p className={classes['plain']}>
        {texts.addToApp} <a href={secret.uri}>{texts.openApp}</a>
      </p>
      <QrCode text={secret.uri} label={texts.qrCode} />
      <div>
        <div className={classes['quiet']}>{texts.secret}</div>
        <code className={dialog['secret']} translate="no">
          {secretOf(secret.uri)}
        </code>
      </div>
      <div>
        <div className={classes['quiet']}>
          {texts.backup}. {texts.backupText}
        </div>
        <code className={dialog['secret']} translate="no">
          {secret.backupCodes.join('  ')}
        </code>
      </div>
      <TextField
        label={texts.code}
        autoComplete="one-time-code"
        minLength={6}
        maxLength={32}
        value={code}
        onType={setCode}
      />
    </Form>
  )
}

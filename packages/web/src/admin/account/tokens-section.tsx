import { Title } from '@mantine/core'
import { useCallback, useState, type ReactElement } from 'react'

import { PolledView } from '../../parts/polled-view.js'
import { StackedRow, StackedTable, type Column } from '../../parts/stacked-table.js'
import { useAdmin } from '../api/admin-context.js'
import { once, type Shape } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useAsked, type Ask } from '../api/use-asked.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { Confirm } from '../parts/confirm.js'
import { isolated, Name } from '../parts/name.js'
import { OpenedForm } from '../parts/opened-form.js'
import { RoleText } from '../parts/role-text.js'
import { ShownOnce } from '../parts/shown-once.js'
import { COMMON_TEXTS } from '../parts/texts.js'
import { useWords } from '../parts/use-words.js'
import { MakeToken } from './make-token.js'
import { ACCOUNT_TEXTS } from './texts.js'

const Revoke = ({
  token,
  onChanged,
}: {
  readonly token: Shape<'ApiToken'>
  readonly onChanged: () => void
}): ReactElement => {
  const texts = useTexts(ACCOUNT_TEXTS)
  const { api } = useAdmin()
  const { state, run } = useAction()
  const revoke = async () => {
    const params = { path: { id: token.id }, header: once() }
    const answer = await run(api.DELETE('/api/tokens/{id}', { params }))
    if (answer.kind === 'done') onChanged()
    return answer
  }
  return (
    <Confirm
      label={texts.revoke}
      name={isolated(token.name)}
      question={texts.revokeText}
      state={state}
      run={revoke}
    />
  )
}

const TokensTable = ({
  tokens,
  onChanged,
}: {
  readonly tokens: readonly Shape<'ApiToken'>[]
  readonly onChanged: () => void
}): ReactElement => {
  const texts = useTexts(ACCOUNT_TEXTS)
  const common = useTexts(COMMON_TEXTS)
  const words = useWords()
  const columns: readonly Column[] = [
    { heading: texts.tokenName, align: 'text' },
    { heading: texts.role, align: 'text' },
    { heading: texts.owner, align: 'text' },
    { heading: texts.expires, align: 'text' },
    { heading: texts.used, align: 'text' },
    { heading: common.actions, align: 'text' },
  ]
  if (tokens.length === 0) return <p className={classes['quiet']}>{texts.noTokens}</p>
  return (
    <StackedTable caption={texts.tokens} columns={columns}>
      {tokens.map((token) => (
        <StackedRow
          key={token.id}
          columns={columns}
          head={<Name>{token.name}</Name>}
          cells={[
            <RoleText key="role" grant={token} />,
            <Name key="owner">{token.owner}</Name>,
            words.time(token.expiresAt),
            words.time(token.lastUsedAt),
            <Revoke key="revoke" token={token} onChanged={onChanged} />,
          ]}
        />
      ))}
    </StackedTable>
  )
}

/** Tokens for programs. */
export const TokensSection = (): ReactElement => {
  const texts = useTexts(ACCOUNT_TEXTS)
  const [made, setMade] = useState<string>()
  const ask: Ask<{ tokens: Shape<'ApiToken'>[] }> = useCallback(
    (api, signal) => api.GET('/api/tokens', { signal }),
    [],
  )
  const { polled, askAgain } = useAsked(ask)
  return (
    <section className={classes['section']} aria-labelledby="tokens">
      <Title order={2} id="tokens">
        {texts.tokens}
      </Title>
      <p className={classes['quiet']}>{texts.tokensText}</p>
      <PolledView polled={polled} skeletonHeight={120}>
        {({ tokens }) => <TokensTable tokens={tokens} onChanged={askAgain} />}
      </PolledView>
      <div className={classes['actions']}>
        <OpenedForm label={texts.makeToken}>
          {(close) => (
            <MakeToken
              onMade={(token) => {
                close()
                setMade(token)
                askAgain()
              }}
            />
          )}
        </OpenedForm>
      </div>
      {made === undefined ? null : (
        <ShownOnce title={texts.tokenTitle} secret={made} onClose={() => setMade(undefined)} />
      )}
    </section>
  )
}

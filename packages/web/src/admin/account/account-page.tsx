import type { ReactElement } from 'react'

import { useMe } from '../api/admin-context.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { Name } from '../parts/name.js'
import { PageHead } from '../parts/page-head.js'
import { RoleText } from '../parts/role-text.js'
import { PasswordSection } from './password-section.js'
import { SecondFactorSection } from './second-factor-section.js'
import { SessionsSection } from './sessions-section.js'
import { ACCOUNT_TEXTS } from './texts.js'
import { TokensSection } from './tokens-section.js'

/** What is one's own: sessions, password, second factor and API tokens. */
export const AccountPage = (): ReactElement => {
  const texts = useTexts(ACCOUNT_TEXTS)
  const me = useMe()
  return (
    <div className={classes['page']}>
      <PageHead title={texts.title} />
      <dl className={classes['facts']}>
        <dt>{texts.name}</dt>
        <dd>
          <Name>{me.name}</Name>
        </dd>
        {me.email === null ? null : (
          <>
            <dt>{texts.email}</dt>
            <dd>
              <Name>{me.email}</Name>
            </dd>
          </>
        )}
        <dt>{texts.role}</dt>
        <dd>
          <RoleText grant={me} />
        </dd>
      </dl>
      <SessionsSection />
      <SecondFactorSection />
      <PasswordSection />
      <TokensSection />
    </div>
  )
}

import { Skeleton } from '@mantine/core'
import { Suspense, type ReactElement } from 'react'

import notes from '../../parts/notes.module.css'
import { useMe } from '../api/admin-context.js'
import { useTexts } from '../language.js'
import { adminPageOf, PAGE_CONTENTS, pagesOf, type AdminPage } from '../pages.js'
import { AdminLink } from '../parts/admin-link.js'
import classes from '../parts/admin.module.css'
import { PageHead } from '../parts/page-head.js'
import { COMMON_TEXTS } from '../parts/texts.js'
import { useWords } from '../parts/use-words.js'
import { SideNavigation } from './side-navigation.js'
import styles from './shell.module.css'
import { SHELL_TEXTS } from './texts.js'

const DeniedPage = ({ page }: { readonly page: AdminPage }): ReactElement => {
  const texts = useTexts(SHELL_TEXTS)
  const { roles } = useTexts(COMMON_TEXTS)
  const words = useWords()
  const { role } = useMe()
  const able = words.list(page.roles.map((name) => roles[name]))
  const [own] = pagesOf(role)
  return (
    <div className={classes['page']}>
      <PageHead title={texts.deniedTitle} />
      <p className={notes['note']}>{texts.denied(roles[role], able)}</p>
      {own === undefined ? null : (
        <p className={classes['plain']}>
          <AdminLink path={own.path}>
            {texts.toOwnPages}: {texts.pages[own.name]}
          </AdminLink>
        </p>
      )}
    </div>
  )
}

const MissingPage = (): ReactElement => {
  const texts = useTexts(SHELL_TEXTS)
  return (
    <div className={classes['page']}>
      <PageHead title={texts.missingTitle} lead={texts.missing} />
    </div>
  )
}

const PageOf = ({ page }: { readonly page: AdminPage | undefined }): ReactElement => {
  const { role } = useMe()
  if (page === undefined) return <MissingPage />
  if (!pagesOf(role).includes(page)) return <DeniedPage page={page} />
  const Content = PAGE_CONTENTS[page.name]
  return (
    <Suspense fallback={<Skeleton height={320} />}>
      <Content />
    </Suspense>
  )
}

/** The navigation and the page of the path; who comes in by the door sees the first page of their role. */
export const AdminShell = ({ pathname }: { readonly pathname: string }): ReactElement => {
  const { role } = useMe()
  const isDoor = pathname === '/admin/sign-in' || pathname === '/admin' || pathname === '/admin/'
  const page = isDoor ? pagesOf(role)[0] : adminPageOf(pathname)
  return (
    <div className={styles['columns']}>
      <SideNavigation page={page} />
      <div className={styles['content']}>
        <PageOf key={page?.name} page={page} />
      </div>
    </div>
  )
}

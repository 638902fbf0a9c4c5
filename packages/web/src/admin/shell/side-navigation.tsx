import { useState, type ReactElement } from 'react'

import { useAddress } from '../../app/use-address.js'
import { useAdmin, useMe } from '../api/admin-context.js'
import { once } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useTexts } from '../language.js'
import { pagesOf, type AdminPage } from '../pages.js'
import { AdminLink } from '../parts/admin-link.js'
import { Button } from '../parts/button.js'
import { Name } from '../parts/name.js'
import { COMMON_TEXTS } from '../parts/texts.js'
import styles from './shell.module.css'
import { SHELL_TEXTS } from './texts.js'

const GROUPS = ['collection', 'places', 'data', 'own'] as const

const Group = ({
  group,
  page,
}: {
  readonly group: (typeof GROUPS)[number]
  readonly page: AdminPage | undefined
}): ReactElement | null => {
  const texts = useTexts(SHELL_TEXTS)
  const { role } = useMe()
  const conservation = useAddress('conservation')
  const pages = pagesOf(role).filter((each) => each.group === group)
  if (pages.length === 0) return null
  return (
    <div>
      <h2 id={`pages-${group}`}>{texts.groups[group]}</h2>
      <ul aria-labelledby={`pages-${group}`}>
        {pages.map(({ name, path }) => (
          <li key={name}>
            <AdminLink path={path} isCurrent={name === page?.name}>
              {texts.pages[name]}
            </AdminLink>
          </li>
        ))}
        {group === 'data' ? (
          <li>
            <a href={conservation}>{texts.conservation}</a>
          </li>
        ) : null}
      </ul>
    </div>
  )
}

const WhoIsHere = (): ReactElement => {
  const texts = useTexts(SHELL_TEXTS)
  const { roles } = useTexts(COMMON_TEXTS)
  const { api, sessions } = useAdmin()
  const { run, state } = useAction()
  const { name, role, organisation } = useMe()
  const signOut = async (): Promise<void> => {
    await run(api.DELETE('/api/session', { params: { header: once() } }))
    await sessions.refresh()
  }
  return (
    <div className={styles['who']}>
      <Name>{name}</Name>
      <span>{roles[role]}</span>
      {organisation === null ? null : <Name>{organisation}</Name>}
      <Button kind="quiet" state={state.kind === 'busy' ? 'busy' : 'ready'} onClick={() => void signOut()}>
        {texts.signOut}
      </Button>
    </div>
  )
}

/** The pages that the role opens. On a narrow screen they are behind a button that says which one is shown. */
export const SideNavigation = ({ page }: { readonly page: AdminPage | undefined }): ReactElement => {
  const texts = useTexts(SHELL_TEXTS)
  // Opened on one page, it is closed on the next.
  const [openOn, setOpenOn] = useState<string>()
  const now = page?.name ?? ''
  const isOpen = openOn === now
  return (
    <div className={styles['side']}>
      <button
        type="button"
        className={styles['menu']}
        aria-expanded={isOpen}
        aria-controls="admin-pages"
        onClick={() => setOpenOn(isOpen ? undefined : now)}
      >
        {texts.menu(page === undefined ? texts.missingTitle : texts.pages[page.name])}
      </button>
      <div id="admin-pages" className={styles['pages']} data-open={isOpen}>
        <nav aria-label={texts.navigation}>
          {GROUPS.map((group) => (
            <Group key={group} group={group} page={page} />
          ))}
        </nav>
        <WhoIsHere />
      </div>
    </div>
  )
}

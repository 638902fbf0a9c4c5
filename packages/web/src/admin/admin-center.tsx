import { useEffect, useState, useSyncExternalStore, type ReactElement } from 'react'

import { usePathname } from '../app/use-query.js'
import { AdminContext, createAdmin } from './api/admin-context.js'
import { JoinPage } from './session/join-page.js'
import { SessionGate } from './session/session-gate.js'
import { AdminShell } from './shell/admin-shell.js'

/** The admin center: who is signed in, and the page of the address. Loaded with its first page, so that insights do not pay for it. */
export const AdminCenter = (): ReactElement => {
  const [admin] = useState(() => createAdmin(window.location.origin, (request) => fetch(request)))
  const pathname = usePathname()
  const { session, refresh } = admin.sessions
  const known = useSyncExternalStore(session.subscribe, session.get)
  useEffect(() => void refresh(), [refresh])
  return (
    <AdminContext value={admin}>
      {pathname === '/admin/join' ? (
        <JoinPage />
      ) : (
        <SessionGate known={known}>
          <AdminShell pathname={pathname} />
        </SessionGate>
      )}
    </AdminContext>
  )
}

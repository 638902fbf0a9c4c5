import type { Alert } from '../alerts/alert.js'
import type { AlertsTable } from './alerts-schema.js'
import type { ControlPlane } from './open-control-plane.js'

const alertOf = (row: AlertsTable): Alert => ({
  ...(JSON.parse(row.definition_json) as Pick<Alert, 'name' | 'language' | 'rule' | 'channels'>),
  ...(JSON.parse(row.progress_json) as Pick<Alert, 'heard' | 'pending' | 'undelivered' | 'value'>),
  id: row.id,
  product: row.product,
  secret: row.secret,
  state: row.state,
  sinceMillis: row.since,
  checkedMillis: row.checked_at,
})

const progressOf = ({ heard, pending, undelivered, value }: Alert): string =>
  JSON.stringify({ heard, pending, undelivered, value })

/** All alerts, in the order of their ids. */
export const readAlerts = async (controlPlane: ControlPlane): Promise<readonly Alert[]> =>
  (await controlPlane.selectFrom('alerts').selectAll().orderBy('id').execute()).map(alertOf)

/** Keeps a new alert, within a transaction. */
export const insertAlert = async (transaction: ControlPlane, alert: Alert): Promise<void> => {
  const { name, language, rule, channels } = alert
  await transaction
    .insertInto('alerts')
    .values({
      id: alert.id,
      product: alert.product,
      definition_json: JSON.stringify({ name, language, rule, channels }),
      secret: alert.secret,
      state: alert.state,
      since: alert.sinceMillis,
      checked_at: alert.checkedMillis,
      progress_json: progressOf(alert),
    })
    .execute()
}

/** Keeps how an alert stands. An alert that was removed meanwhile stays removed. */
export const updateAlert = async (controlPlane: ControlPlane, alert: Alert): Promise<void> => {
  const { state, sinceMillis: since, checkedMillis: checked_at } = alert
  await controlPlane
    .updateTable('alerts')
    .set({ state, since, checked_at, progress_json: progressOf(alert) })
    .where('id', '=', alert.id)
    .execute()
}

/** Removes an alert, within a transaction. */
export const removeAlert = async (transaction: ControlPlane, id: string): Promise<void> => {
  await transaction.deleteFrom('alerts').where('id', '=', id).execute()
}

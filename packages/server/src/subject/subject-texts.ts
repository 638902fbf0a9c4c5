import type { Language, Localised } from '@candor/practices'
import type { EpochFacts } from '../pseudonym/key-source.js'

/** What the columns that all reports have are called, for their readers. */
export const COLUMN_LABELS: Readonly<Record<string, Localised>> = {
  id: { en: 'Report', es: 'Informe' },
  covered_day: { en: 'Day', es: 'Día' },
  covers_from: { en: 'From', es: 'Desde' },
  covers_to: { en: 'To', es: 'Hasta' },
  received_at: { en: 'Received', es: 'Recibido' },
  practices_version: { en: 'Practices version', es: 'Versión de las prácticas' },
  client_kind: { en: 'Client', es: 'Cliente' },
  client_os: { en: 'Operating system', es: 'Sistema operativo' },
  key_epoch: { en: 'Epoch of the pseudonym', es: 'Época del seudónimo' },
  origin_org: { en: 'Organization', es: 'Organización' },
  origin_pool: { en: 'Pool', es: 'Grupo de servidores' },
  decision_control: { en: 'Collected under', es: 'Recopilado según' },
  decision_source: { en: 'Set at', es: 'Establecido en' },
  decision_detail: { en: 'Detail', es: 'Detalle' },
  error_fingerprint: { en: 'Group of the error', es: 'Grupo del error' },
  error_class: { en: 'Type of the error', es: 'Tipo del error' },
  error_place: { en: 'Place of the error', es: 'Lugar del error' },
  error_code: { en: 'Code of the error', es: 'Código del error' },
}

/** Why usage is not searched by a user or a device. */
export const USAGE_NOTE: Localised = {
  en: 'Usage holds no user and no device, so nothing in it can be found by one. A device can ask for its own usage reports by their random ids.',
  es: 'El uso no contiene usuarios ni dispositivos, así que nada puede buscarse en él por uno. Un dispositivo puede pedir sus propios informes de uso por sus identificadores aleatorios.',
}

/** Why errors are not searched by a device. */
export const DEVICE_NOTE: Localised = {
  en: 'Only census knows devices; error reports were not searched.',
  es: 'Solo el recuento conoce dispositivos; no se buscó en los informes de errores.',
}

const DESTROYED: Readonly<Record<Language, (epochs: string) => string>> = {
  en: (epochs) =>
    `The keys of epoch ${epochs} are destroyed: rows of that time are not linked to anybody any more and cannot be found by a user id.`,
  es: (epochs) =>
    `Las claves de la época ${epochs} están destruidas: las filas de ese tiempo ya no se asocian a nadie y no se pueden encontrar por un identificador de usuario.`,
}

/** What is to be known of destroyed epochs; nothing where there are none. */
export const destroyedNotes = (epochs: readonly EpochFacts[], language: Language): readonly string[] => {
  const destroyed = epochs.filter(({ state }) => state === 'destroyed').map(({ id }) => id)
  return destroyed.length === 0 ? [] : [DESTROYED[language](destroyed.join(', '))]
}

import type { Language, Localised } from '@candor/practices'

/** What people should know of the kinds that name someone or something, where the practices say nothing of a data type. */
const KIND_NOTES: Readonly<Record<string, Localised>> = {
  'twice-hashed-user-id': {
    en: 'Your user id was hashed on this device; the service hashes it once more, so that nobody can read it there.',
    es: 'Este dispositivo sacó un hash de su identificador de usuario; el servicio saca otro, para que allí nadie pueda leerlo.',
  },
  'device-id': {
    en: 'A number drawn at random once on this device; it says nothing about the hardware.',
    es: 'Un número sacado al azar una vez en este dispositivo; no dice nada de su hardware.',
  },
  organisation: {
    en: 'The registered name of your organization, in cleartext.',
    es: 'El nombre registrado de su organización, sin cifrar.',
  },
  'service-hashed-user-id': {
    en: 'Your user id travels as it is, and the service hashes it before anything is written.',
    es: 'Su identificador de usuario viaja tal cual y el servicio saca un hash antes de escribir nada.',
  },
  'ip-address': {
    en: 'An internet address: it can say where you are connected.',
    es: 'Una dirección de Internet: puede indicar desde dónde se conecta usted.',
  },
  'sip-uri': {
    en: 'An address for calls: it names a person.',
    es: 'Una dirección para llamadas: nombra a una persona.',
  },
}

/** What people should know of a kind, where there is something. */
export const noteOfKind = (kind: string | undefined, language: Language): string | undefined =>
  kind !== undefined && Object.hasOwn(KIND_NOTES, kind) ? KIND_NOTES[kind]?.[language] : undefined

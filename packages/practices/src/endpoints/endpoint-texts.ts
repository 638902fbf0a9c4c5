import type { Language } from '../language.js'

/** The words of the endpoints page in a language. */
export interface EndpointTexts {
  readonly languageName: string
  readonly languages: string
  readonly title: string
  readonly summary: string
  readonly host: string
  readonly purpose: string
  readonly need: string
  readonly ifBlocked: string
  readonly since: string
  readonly required: string
  readonly optional: string
  readonly changes: string
  readonly version: string
}

/** The words of the endpoints page. */
export const ENDPOINT_TEXTS: Readonly<Record<Language, EndpointTexts>> = {
  en: {
    languageName: 'English',
    languages: 'Languages',
    title: 'Endpoints and clouds',
    summary:
      'A client sends only to the endpoints of its own cloud. Where its cloud is unknown, or has no endpoint, it sends nothing and opens no connection.',
    host: 'Host and port',
    purpose: 'Purpose',
    need: 'Needed',
    ifBlocked: 'If it is blocked',
    since: 'Since version',
    required: 'required',
    optional: 'optional',
    changes: 'Changes by version',
    version: 'Version',
  },
  es: {
    languageName: 'Español',
    languages: 'Idiomas',
    title: 'Puntos de conexión y nubes',
    summary:
      'Un cliente envía datos solo a los puntos de conexión de su propia nube. Si su nube es desconocida o no tiene ninguno, no envía nada ni abre ninguna conexión.',
    host: 'Host y puerto',
    purpose: 'Finalidad',
    need: 'Necesidad',
    ifBlocked: 'Si se bloquea',
    since: 'Desde la versión',
    required: 'obligatorio',
    optional: 'opcional',
    changes: 'Cambios por versión',
    version: 'Versión',
  },
}

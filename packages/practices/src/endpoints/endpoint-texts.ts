import type { Language } from '../language.js'

/** The words of the endpoints page in a language. */
export interface EndpointTexts {
  readonly languageName: string
  readonly languages: string
  readonly skipToContent: string
  readonly contents: string
  readonly title: string
  readonly summary: string
  readonly host: string
  readonly purpose: string
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
    skipToContent: 'Skip to the content',
    contents: 'On this page',
    title: 'Endpoints and clouds',
    summary:
      'A client sends only to the endpoints of its own cloud. Where its cloud is unknown, or has no endpoint, it sends nothing and opens no connection.',
    host: 'Host and port',
    purpose: 'Purpose',
    ifBlocked: 'If it is blocked',
    since: 'since version',
    required: 'required',
    optional: 'optional',
    changes: 'Changes by version',
    version: 'Version',
  },
  es: {
    languageName: 'Español',
    languages: 'Idiomas',
    skipToContent: 'Ir al contenido',
    contents: 'En esta página',
    title: 'Puntos de conexión y nubes',
    summary:
      'Un cliente envía datos solo a los puntos de conexión de su propia nube. Si su nube es desconocida o no tiene ninguno, no envía nada ni abre ninguna conexión.',
    host: 'Host y puerto',
    purpose: 'Finalidad',
    ifBlocked: 'Si se bloquea',
    since: 'desde la versión',
    required: 'obligatorio',
    optional: 'opcional',
    changes: 'Cambios por versión',
    version: 'Versión',
  },
}

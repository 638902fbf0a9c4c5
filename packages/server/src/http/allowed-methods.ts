import type { FastifyInstance } from 'fastify'

/** A pattern such as `/api/export/:lane` as an expression for addresses. */
const expressionOf = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .split('/')
      .map((part) => (part.startsWith(':') ? '[^/]+' : part.replaceAll(/[^\w-]/g, String.raw`\$&`)))
      .join('/')}$`,
  )

/** Notes the routes that are added from now on; answers which methods an address takes, none where it is no route's. */
export const allowedMethods = (app: FastifyInstance): ((url: string) => readonly string[]) => {
  const routes: { readonly matches: RegExp; readonly methods: readonly string[] }[] = []
  app.addHook('onRoute', ({ method, url }) => {
    // Files below a path are not listed: what is not there is nowhere, whatever the method.
    if (!url.includes('*')) routes.push({ matches: expressionOf(url), methods: [method].flat() })
  })
  return (url) => {
    const [path = ''] = url.split('?', 1)
    return [...new Set(routes.flatMap(({ matches, methods }) => (matches.test(path) ? methods : [])))]
  }
}

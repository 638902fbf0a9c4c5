/** The pages that this app has. */
export type Route = 'home' | 'insights' | 'conservation' | 'admin' | 'missing'

/** The addresses of the pages, and of their neighbours that the service serves itself. */
export const ADDRESSES = {
  home: '/',
  insights: '/insights',
  conservation: '/conservation',
  admin: '/admin',
  practices: '/practices',
  conference: '/examples/conference/',
} as const

/** The page of a path; a slash at its end makes no difference. */
export const routeOf = (pathname: string): Route => {
  if (/^\/admin(?:\/|$)/.test(pathname)) return 'admin'
  if (/^\/insights(?:\/(?:census|usage|errors)?)?\/?$/.test(pathname)) return 'insights'
  switch (pathname.replace(/(?<=.)\/$/, '')) {
    case '/':
    case '/index.html':
      return 'home'
    case '/conservation':
      return 'conservation'
    default:
      return 'missing'
  }
}

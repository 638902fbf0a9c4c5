import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** A folder of built files, served below a path. */
export interface StaticFolder {
  /** With a slash at both ends, such as /examples/conference/. */
  readonly path: string
  readonly folder: string
  /** Addresses without a file of their own that the folder's index.html answers, such as /insights. */
  readonly pages?: readonly string[]
}

const IMMUTABLE = /\/assets\/[^/]+-[\w-]{8}\.\w+$/

/** Serves built pages: hashed assets may be kept for a year, everything else is asked for again. */
export const addStaticRoutes = async (
  app: FastifyInstance,
  folders: readonly StaticFolder[],
): Promise<void> => {
  for (const [at, { path, folder, pages = [] }] of folders.entries()) {
    await app.register(fastifyStatic, {
      root: folder,
      prefix: path,
      decorateReply: at === 0,
      cacheControl: false,
      redirect: path !== '/',
      setHeaders: (response, file) => {
        const kept = IMMUTABLE.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache'
        response.setHeader('cache-control', kept)
      },
    })
    for (const page of pages) app.get(page, async (_request, reply) => reply.sendFile('index.html', folder))
  }
}

import { LANGUAGES, pickLanguage, type Language } from '@candor/practices'
import type { FastifyReply, FastifyRequest } from 'fastify'

type Asked = FastifyRequest<{ Querystring: { readonly lang?: string } }>

/** The language of a published document: the one that is asked for by `lang`, else the best of Accept-Language. */
export const languageOf = ({ query, headers }: Asked): Language =>
  LANGUAGES.find((language) => language === query.lang) ?? pickLanguage(headers['accept-language'])

/** Says of an answer in which language it is, and that it depends on Accept-Language. */
export const inLanguage = (reply: FastifyReply, language: Language): FastifyReply =>
  reply.headers({ 'content-language': language, vary: 'accept-language' })

import { createHash } from 'node:crypto'
import { PRACTICES_STYLE } from '@candor/practices/document'

const STYLE_HASH = createHash('sha256').update(PRACTICES_STYLE).digest('base64')

/** The content security policy of the published documents: nothing but their own style. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

import { CandorError } from '@candor/practices'

const CAUSES: ReadonlySet<unknown> = new Set(['EADDRINUSE', 'EADDRNOTAVAIL', 'EACCES', 'ENOTFOUND'])

/** What kept a server from listening, as a coded error: CANDOR_ADDRESS_UNUSABLE where it is its address. */
export const listenFault = (
  error: unknown,
  { host, port }: { readonly host: string; readonly port: number },
): unknown => {
  const { code } = error as NodeJS.ErrnoException
  if (code === undefined || !CAUSES.has(code)) return error
  return new CandorError('CANDOR_ADDRESS_UNUSABLE', { host, port, fault: code })
}

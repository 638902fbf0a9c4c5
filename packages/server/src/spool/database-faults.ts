/** MDB_PAGE_NOTFOUND, MDB_CORRUPTED, MDB_VERSION_MISMATCH, MDB_INVALID, and MDB_BAD_TXN, which is what follows a page that could not be read. */
const DAMAGE: ReadonlySet<unknown> = new Set([-30_797, -30_796, -30_794, -30_793, -30_782])

/** EIO (of a write that ended early), EFBIG, ENOSPC, EDQUOT and MDB_MAP_FULL. */
const NO_ROOM: ReadonlySet<unknown> = new Set([5, 27, 28, 122, -30_792])

/** What a failure of the database under the spool means. */
export const codeOfDatabaseFault = (
  fault: unknown,
): 'CANDOR_SPOOL_DAMAGED' | 'CANDOR_SPOOL_FULL' | 'CANDOR_INTERNAL' => {
  const code = (fault as { readonly code?: unknown } | undefined)?.code
  if (DAMAGE.has(code)) return 'CANDOR_SPOOL_DAMAGED'
  return NO_ROOM.has(code) ? 'CANDOR_SPOOL_FULL' : 'CANDOR_INTERNAL'
}

import { CandorError } from '@candor/practices'

/**
 * The engine's codes for data that it cannot take in: another attempt would end alike. CANNOT_PARSE_TEXT, CANNOT_READ_ALL_DATA,
 * CANNOT_PARSE_DATE, CANNOT_PARSE_DATETIME, TYPE_MISMATCH, CANNOT_CONVERT_TYPE, INCORRECT_DATA, TOO_LARGE_STRING_SIZE.
 */
const DATA_FAULTS: ReadonlySet<string> = new Set(['6', '33', '38', '41', '53', '70', '117', '131'])

/** Whether a failure is due to what was to be stored: the engine says so, or our own encoder could not write it. */
const isDataFault = (error: unknown, engineCode: string): boolean =>
  DATA_FAULTS.has(engineCode) || error instanceof TypeError || error instanceof RangeError

/** Runs a work of the engine; its failure becomes a coded error, whose cause is the engine's own. */
export const guardEngine = async <T>(run: () => Promise<T>): Promise<T> => {
  try {
    return await run()
  } catch (error) {
    if (error instanceof CandorError) throw error
    const engineCode = (error as { readonly code?: string } | undefined)?.code ?? 'none'
    const code = isDataFault(error, engineCode) ? 'CANDOR_VALUE_REFUSED' : 'CANDOR_STORE_UNAVAILABLE'
    throw new CandorError(code, { engineCode }, { cause: error })
  }
}

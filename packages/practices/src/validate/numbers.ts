import * as LIMITS from '../limits.js'

/** Whether a value is a number from 0 to the greatest. Default greatest: that of a count. */
export const isAmount = (value: unknown, greatest: number = LIMITS.maxCount): boolean =>
  typeof value === 'number' && value >= 0 && value <= greatest

/** Whether a value is a whole number from 0 to the greatest. Default greatest: that of a count. */
export const isCount = (value: unknown, greatest: number = LIMITS.maxCount): boolean =>
  Number.isInteger(value) && isAmount(value, greatest)

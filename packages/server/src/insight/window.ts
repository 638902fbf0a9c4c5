/** The condition that keeps a read to the days asked for, before anything else is read. */
export const WITHIN_DAYS = 'PREWHERE covered_day BETWEEN {first:Date} AND {last:Date}'

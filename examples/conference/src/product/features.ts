/** The features of the conference product; developers name them, as the practices say. */
export const FEATURES = [
  'screen-sharing',
  'whiteboard',
  'poll',
  'file-transfer',
  'recording',
  'background-blur',
] as const

/** A feature of the conference product. */
export type Feature = (typeof FEATURES)[number]

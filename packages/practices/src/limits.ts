/** Limits of what is read from the wire. Larger input is refused with a code and never cut. */
export const LIMITS = {
  /** Bytes of a request body after decompression. Larger: CANDOR_ENVELOPE_TOO_LARGE. */
  maxEnvelopeBytes: 1_048_576,
  /** Reports a request. More: CANDOR_ENVELOPE_MALFORMED. */
  maxReports: 1000,
  /** Characters of an organisation's or a pool's name. */
  maxOriginLength: 255,
  /** Characters of a user id. */
  maxUserIdLength: 320,
  /** Characters of a name or a label. */
  maxNameLength: 64,
  /** Characters of a text. */
  maxTextLength: 256,
  /** Labels of a labelled count. */
  maxLabels: 64,
  /** Buckets of a distribution. */
  maxBuckets: 64,
  /** Lines of an error log. */
  maxLogLines: 50,
  /** Characters of a message. */
  maxMessageLength: 4096,
  /** Characters of a stack. */
  maxStackLength: 16_384,
  /** The largest count of one report. */
  maxCount: 4_294_967_295,
} as const

// Limits of what is read from the wire. Larger input is refused with a code and never cut. They are constants of their own,
// taken together as LIMITS, so that a bundle holds those alone that it uses.

/** Bytes of a request body after decompression. Larger: CANDOR_ENVELOPE_TOO_LARGE. */
export const maxEnvelopeBytes = 1_048_576

/** Reports a request. More: CANDOR_ENVELOPE_MALFORMED. */
export const maxReports = 1000

/** Report ids that one subject request may name. More: CANDOR_SUBJECT_REQUEST_MALFORMED. */
export const maxSubjectReports = 10_000

/** Characters of an organisation's or a pool's name. */
export const maxOriginLength = 255

/** Characters of a user id. */
export const maxUserIdLength = 320

/** Characters of a name or a label. */
export const maxNameLength = 64

/** Characters of a text. */
export const maxTextLength = 256

/** Labels of a labelled count. */
export const maxLabels = 64

/** Buckets of a distribution. */
export const maxBuckets = 64

/** Lines of an error log. */
export const maxLogLines = 50

/** Characters of a message. */
export const maxMessageLength = 4096

/** Characters of a stack. */
export const maxStackLength = 16_384

/** The largest count of one report. */
export const maxCount = 4_294_967_295

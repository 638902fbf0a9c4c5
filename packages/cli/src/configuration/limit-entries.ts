import { entry } from './entry.js'
import { wholeNumbers } from './kinds.js'

const MOST_PER_SECOND = 10_000_000
const MOST_PER_DAY = 1_000_000_000_000
const KIBIBYTE = 1024
const MEBIBYTE = 1_048_576
const GIBIBYTE = 1_073_741_824

/** How much the service takes: rates, quotas and sizes. They hold for all of its processes together. */
export const LIMIT_ENTRIES = {
  keyRequestsPerSecond: entry({
    environment: 'CANDOR_KEY_REQUESTS_PER_SECOND',
    flag: 'key-requests-per-second',
    kind: wholeNumbers(0, MOST_PER_SECOND),
    initial: 20_000,
    text: "requests a second under one ingest key, 10 seconds' worth at once; beyond it 429 with Retry-After; 0: no limit",
  }),
  keyReportsPerSecond: entry({
    environment: 'CANDOR_KEY_REPORTS_PER_SECOND',
    flag: 'key-reports-per-second',
    kind: wholeNumbers(0, MOST_PER_SECOND),
    initial: 200_000,
    text: "reports a second under one ingest key, 10 seconds' worth at once; beyond it 429 with Retry-After; 0: no limit",
  }),
  addressRequestsPerSecond: entry({
    environment: 'CANDOR_ADDRESS_REQUESTS_PER_SECOND',
    flag: 'address-requests-per-second',
    kind: wholeNumbers(0, MOST_PER_SECOND),
    initial: 1000,
    text: "requests a second of one IPv4 address or IPv6 /64 network, 30 seconds' worth at once; beyond it 429 with Retry-After; 0: no limit",
  }),
  productReportsPerDay: entry({
    environment: 'CANDOR_PRODUCT_REPORTS_PER_DAY',
    flag: 'product-reports-per-day',
    kind: wholeNumbers(0, MOST_PER_DAY),
    initial: 0,
    text: 'reports of one product a day (UTC), counted since the start; beyond it 429 until midnight; 0: no limit',
  }),
  rememberedAddresses: entry({
    environment: 'CANDOR_REMEMBERED_ADDRESSES',
    flag: 'remembered-addresses',
    kind: wholeNumbers(100, MOST_PER_SECOND),
    initial: 100_000,
    text: 'addresses whose requests are counted, and as many keys, those that came last; in memory alone, about 200 bytes each',
  }),
  maxEnvelopeBytes: entry({
    environment: 'CANDOR_MAX_ENVELOPE_BYTES',
    flag: 'max-envelope-bytes',
    kind: wholeNumbers(64 * KIBIBYTE, 64 * MEBIBYTE),
    initial: MEBIBYTE,
    text: 'bytes of a request of reports after decompression; larger: 413, and a device sends fewer reports a request',
  }),
  maxBytesUnderWay: entry({
    environment: 'CANDOR_MAX_BYTES_UNDER_WAY',
    flag: 'max-bytes-under-way',
    kind: wholeNumbers(MEBIBYTE, 64 * GIBIBYTE),
    initial: 128 * MEBIBYTE,
    text: 'bytes that all requests of reports being read may hold together; beyond it 503 with Retry-After',
  }),
  maxConnections: entry({
    environment: 'CANDOR_MAX_CONNECTIONS',
    flag: 'max-connections',
    kind: wholeNumbers(1, MOST_PER_SECOND),
    initial: 10_000,
    text: 'connections at once; one beyond it is closed unanswered; give the process as many open files (`ulimit -n`)',
  }),
} as const

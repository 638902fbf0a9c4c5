/** How reports arrive. */
export type Arrival = 'a device’s reports together' | 'a block a day'

/** A fleet whose reports are made in the engine. */
export interface Fleet {
  readonly devices: number
  readonly days: number
  readonly seed: number
  /** The first of the days, such as 2026-10-01. */
  readonly firstDay: string
}

const WORDS = {
  client_kind: ['desktop', 'mobile', 'web'],
  AppName: ['Skype for Business', 'Microsoft Teams', 'Skype Meetings App'],
  UserLanguage: ['en-US', 'es-ES', 'de-DE', 'fr-FR', 'zh-CN'],
} as const

const MODELS = 300
const VERSIONS = 40

/** What is the same in all reports of a device, from its number and the seed. */
const ofDevice = (salt: string, seed: number): string => `sipHash64(device, '${salt}', ${seed})`

/** One of some, the first ones far more often than the last: as models, versions and languages are. */
const skewed = (salt: string, seed: number, count: number): string =>
  `toUInt32(${count} * pow(${ofDevice(salt, seed)} / 18446744073709551616, 3))`

const wordOf = (name: keyof typeof WORDS, seed: number): string => {
  const words = WORDS[name].map((word) => `'${word}'`).join(', ')
  return `[${words}][1 + ${skewed(name, seed, WORDS[name].length)}] AS ${name}`
}

/** Phones have other systems than desks. */
const systemOf = (seed: number): string => {
  const either = `${ofDevice('system', seed)} % 3 = 0`
  return `if(client_kind = 'mobile', if(${either}, 'iOS', 'Android'), if(${either}, 'macOS', 'Windows')) AS client_os`
}

/** The columns of a report as SQL makes them of the numbers `device` and `day`. */
const columnsOf = ({ seed, firstDay }: Pick<Fleet, 'seed' | 'firstDay'>): readonly string[] => [
  `reinterpretAsUUID(sipHash128(device, day, 'report', ${seed})) AS report_id`,
  `toDate('${firstDay}') + day AS covered_day`,
  'covered_day AS covers_from',
  'covered_day AS covers_to',
  'covered_day + (sipHash64(device, day) % 10 = 0) AS received_at',
  'toUInt32(1) AS practices_version',
  wordOf('client_kind', seed),
  systemOf(seed),
  'toUInt32(1) AS key_epoch',
  wordOf('AppName', seed),
  `concat(client_os, ' model ', toString(${skewed('model', seed, MODELS)})) AS DeviceModel`,
  'client_os AS OSName',
  `concat(client_os, ' 10.', toString(${skewed('version', seed, VERSIONS)})) AS OSVersion`,
  wordOf('UserLanguage', seed),
  `reinterpretAsUUID(sipHash128(device, 'user', ${seed})) AS UserID`,
  `reinterpretAsUUID(sipHash128(device, 'id', ${seed})) AS DeviceID`,
  `sipHash64(device, day, 'in') % 6 AS SignInAttempts`,
  `toUInt64(sipHash64(device, day, 'failed') % 20 = 0) AS SignInFailures`,
]

const namesOf = (fleet: Fleet): string =>
  columnsOf(fleet)
    .map((column) => column.split(' AS ')[1])
    .join(', ')

/** The inserts that fill a table with the fleet's reports, one block each. Rows of a block come in no order. */
export const fleetInserts = (table: string, fleet: Fleet, arrival: Arrival): readonly string[] => {
  const { devices, days } = fleet
  const blocks = Array.from({ length: days }, (_, block) =>
    arrival === 'a block a day'
      ? `SELECT number AS device, ${block} AS day FROM numbers(${devices})`
      : `SELECT intDiv(number, ${days}) + ${(block * devices) / days} AS device, number % ${days} AS day FROM numbers(${devices})`,
  )
  const settings = 'async_insert = 0, max_insert_threads = 1, min_insert_block_size_rows = 1048576'
  return blocks.map(
    (numbers) =>
      `INSERT INTO ${table} (${namesOf(fleet)}) SELECT ${columnsOf(fleet).join(', ')} ` +
      `FROM (${numbers}) ORDER BY sipHash64(device, day) SETTINGS ${settings}`,
  )
}

/** What the client itself can find out on a device, so that the app need not record it. */
export const AUTOMATIC_SOURCES = [
  'app-name',
  'device-model',
  'os-name',
  'os-version',
  'language',
  'sign-in-attempts',
  'sign-in-failures',
  'sessions',
  'crashes',
  'uncaught-error',
  'crash',
  'log',
  'device-configuration',
  'network-quality',
  'performance',
] as const

/** Where the client itself finds a data type's value. */
export type AutomaticSource = (typeof AUTOMATIC_SOURCES)[number]

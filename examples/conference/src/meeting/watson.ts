/** Where a Windows Error Reporting value is held. */
export const WATSON_LEVELS = ['machine', 'user'] as const

/** The values of Windows Error Reporting that are simulated, and what each may be. */
export const WATSON_VALUES = {
  DefaultConsent: [1, 2, 3, 4],
  DontSendAdditionalData: [0, 1],
  Disabled: [0, 1],
} as const

/** The name of such a value. */
export type WatsonName = keyof typeof WATSON_VALUES

/** The values of the simulated device by level; what is not set is missing. */
export type WatsonSettings = Partial<
  Record<(typeof WATSON_LEVELS)[number], Partial<Record<WatsonName, number>>>
>

/** The simulated registry of the device, which all pages of the example read. */
export interface Watson {
  read(): WatsonSettings
  /** Sets a value; undefined takes it away. */
  write(level: (typeof WATSON_LEVELS)[number], name: WatsonName, value: number | undefined): void
}

const KEY = 'conference.watson'

const parse = (text: string | null): WatsonSettings => {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

/** Opens the simulated registry in a page's storage; where that is refused, it lasts as long as the page. */
export const openWatson = (storage: () => Storage): Watson => {
  const attempt = <T>(run: () => T, otherwise: T): T => {
    try {
      return run()
    } catch {
      return otherwise
    }
  }
  let settings = parse(attempt(() => storage().getItem(KEY), null))
  return {
    read: () => settings,
    write: (level, name, value) => {
      const { [name]: _, ...others } = settings[level] ?? {}
      settings = { ...settings, [level]: value === undefined ? others : { ...others, [name]: value } }
      attempt(() => storage().setItem(KEY, JSON.stringify(settings)), undefined)
    },
  }
}

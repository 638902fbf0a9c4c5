const GIVEN_NAMES = [
  'amos',
  'alicia',
  'bruno',
  'carmen',
  'dilara',
  'elena',
  'farid',
  'greta',
  'hugo',
  'irene',
  'jonas',
  'keiko',
  'lucia',
  'marcel',
  'nadia',
  'oscar',
  'paula',
  'quim',
  'rosa',
  'samir',
  'teresa',
  'ulrich',
  'vera',
  'wanda',
  'xavier',
  'yara',
  'zoe',
] as const
const FAMILY_NAMES = [
  'marble',
  'thornber',
  'aguilar',
  'bauer',
  'castro',
  'dubois',
  'ferrer',
  'garcia',
  'hansen',
  'ito',
  'jansen',
  'kowal',
  'lopez',
  'moreau',
  'navarro',
  'okafor',
  'petrov',
  'quintana',
  'ribeiro',
  'schmidt',
  'tanaka',
  'vidal',
  'weber',
] as const

/** The user name of the person of a number: never twice the same, and the first is amosmarble. */
export const userNameOf = (number: number): string => {
  const given = GIVEN_NAMES[number % GIVEN_NAMES.length] ?? ''
  const family = FAMILY_NAMES[number % FAMILY_NAMES.length] ?? ''
  const round = Math.floor(number / (GIVEN_NAMES.length * FAMILY_NAMES.length))
  return `${given}${family}${round === 0 ? '' : round + 1}`
}

/** An organisation of the fleet, and how common its people and each of their languages are. */
export interface Organisation {
  readonly name: string
  readonly weight: number
  readonly languages: readonly { readonly tag: string; readonly weight: number }[]
}

/** The organisations of the fleet. */
export const ORGANISATIONS: readonly Organisation[] = [
  {
    name: 'contoso.com',
    weight: 0.5,
    languages: [
      { tag: 'en-US', weight: 0.7 },
      { tag: 'EN-GB', weight: 0.15 },
      { tag: 'ES-MX', weight: 0.15 },
    ],
  },
  {
    name: 'fabrikam.com',
    weight: 0.3,
    languages: [
      { tag: 'es-ES', weight: 0.65 },
      { tag: 'EN-GB', weight: 0.2 },
      { tag: 'CA-ES', weight: 0.15 },
    ],
  },
  {
    name: 'litwareinc.com',
    weight: 0.2,
    languages: [
      { tag: 'DE-DE', weight: 0.5 },
      { tag: 'FR-FR', weight: 0.3 },
      { tag: 'en-US', weight: 0.2 },
    ],
  },
]

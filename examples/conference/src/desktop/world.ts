/** Someone or something to write to and to call. */
export interface Contact {
  readonly id: string
  readonly name: string
  readonly presence: 'available' | 'busy' | 'away'
  /** The organisation, where it is another one that federates with this one. */
  readonly partner?: string
}

/** A meeting that may be joined. */
export interface Meeting {
  readonly id: 'weekly' | 'town-hall'
  readonly time: string
  readonly seats: 'free' | 'full'
}

const PARTNERS = ['fabrikam.com', 'contoso.com'] as const

/** The contacts of an organisation's people; one of them is with a federation partner. */
export const listContacts = (organisation: string): readonly Contact[] => [
  { id: 'echo', name: 'Echo', presence: 'available' },
  { id: 'carmen', name: 'Carmen Aguilar', presence: 'available' },
  { id: 'jonas', name: 'Jonas Weber', presence: 'busy' },
  { id: 'keiko', name: 'Keiko Tanaka', presence: 'away' },
  {
    id: 'partner',
    name: 'Alicia Thornber',
    presence: 'available',
    partner: PARTNERS.find((name) => name !== organisation.toLowerCase()) ?? PARTNERS[0],
  },
]

/** The meetings of today. */
export const MEETINGS: readonly Meeting[] = [
  { id: 'weekly', time: '10:00', seats: 'free' },
  { id: 'town-hall', time: '15:30', seats: 'full' },
]

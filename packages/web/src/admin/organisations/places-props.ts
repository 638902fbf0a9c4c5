/** What the two sections are given. */
export interface PlacesProps {
  readonly organisation: string
  readonly access: 'change' | 'read'
  readonly onChanged: () => void
}

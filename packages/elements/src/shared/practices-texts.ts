import { DATA_CATEGORIES, isObject, type DataCategory, type Localised } from '@candor/practices'

/** The texts of practices that the elements show. Whole practices (`Practices`) are such texts too. */
export interface PracticesTexts {
  readonly categories: Readonly<
    Record<DataCategory, { readonly label: Localised; readonly summary: Localised }>
  >
  readonly dataTypes: Readonly<
    Record<
      DataCategory,
      Readonly<
        Record<string, { readonly label?: Localised | undefined; readonly note?: Localised | undefined }>
      >
    >
  >
  readonly controls: Readonly<Record<string, { readonly label: Localised }>>
}

const readText = (value: unknown): Localised | undefined => {
  if (!isObject(value)) return undefined
  const { en, es } = value
  return typeof en === 'string' && typeof es === 'string' ? { en, es } : undefined
}

const readTypes = (types: unknown): PracticesTexts['dataTypes'][DataCategory] =>
  Object.fromEntries(
    (Array.isArray(types) ? types : [])
      .filter(isObject)
      .map(({ name, label, note }) => [String(name), { label: readText(label), note: readText(note) }]),
  )

/**
 * The texts of a published document (`/practices.json`, `/v1/practices`), for an app whose bundle leaves them out; undefined
 * where it is no such document.
 */
export const readPublishedTexts = (published: unknown): PracticesTexts | undefined => {
  const found: unknown = isObject(published) ? published['categories'] : undefined
  if (!Array.isArray(found)) return undefined
  const known = found.filter(isObject)
  const parts = DATA_CATEGORIES.map((name) => {
    const category = known.find((one) => one['category'] === name)
    const [label, summary] = [readText(category?.['label']), readText(category?.['summary'])]
    return label && summary && { name, label, summary, types: readTypes(category?.['dataTypes']) }
  })
  const [census, usage, error] = parts
  if (!census || !usage || !error) return undefined
  return {
    categories: { census, usage, error },
    dataTypes: { census: census.types, usage: usage.types, error: error.types },
    controls: {},
  }
}

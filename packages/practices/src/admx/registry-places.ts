/** Where a setting stands in the registry: a key without its hive, and a value's name. */
export interface RegistryPlace {
  readonly key: string
  readonly valueName: string
}

type PlacesByControl = Readonly<Record<string, RegistryPlace>>

/** The places that a product's own documentation names, by product and control. All others follow from the names. */
const REGISTRY_PLACES: Readonly<Record<string, PlacesByControl>> = {
  'skype-teams': {
    DisableAutomaticSendTracing: {
      key: String.raw`SOFTWARE\Policies\Microsoft\Office\16.0\Lync`,
      valueName: 'DisableAutomaticSendTracing',
    },
  },
}

/** The place of a control under Group Policy: the documented one, else `SOFTWARE\Policies\Candor\<product>`. */
export const registryPlaceOf = (product: string, control: string): RegistryPlace => {
  const places = Object.hasOwn(REGISTRY_PLACES, product) ? REGISTRY_PLACES[product] : undefined
  const place = places !== undefined && Object.hasOwn(places, control) ? places[control] : undefined
  return place ?? { key: `SOFTWARE\\Policies\\Candor\\${product}`, valueName: control }
}

/** The values of Windows Error Reporting, below each of its keys. */
const ERROR_REPORTING_VALUES = [
  { name: 'Disabled', subkey: '' },
  { name: 'DontSendAdditionalData', subkey: '' },
  { name: 'DefaultConsent', subkey: String.raw`\Consent` },
] as const

/** The keys of Windows Error Reporting: what a policy sets stands before what a person prefers. */
const ERROR_REPORTING_KEYS = [
  String.raw`SOFTWARE\Policies\Microsoft\Windows\Windows Error Reporting`,
  String.raw`SOFTWARE\Microsoft\Windows\Windows Error Reporting`,
] as const

/** A value of Windows Error Reporting, and its places in the order of precedence. */
export interface ErrorReportingPlaces {
  readonly name: (typeof ERROR_REPORTING_VALUES)[number]['name']
  readonly places: readonly RegistryPlace[]
}

/** Where Windows Error Reporting (Watson) is set, in either hive. */
export const ERROR_REPORTING_PLACES: readonly ErrorReportingPlaces[] = ERROR_REPORTING_VALUES.map(
  ({ name, subkey }) => ({
    name,
    places: ERROR_REPORTING_KEYS.map((key) => ({ key: key + subkey, valueName: name })),
  }),
)

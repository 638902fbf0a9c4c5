import type { BooleanControl, Control, Practices } from '@candor/practices'
import { refused, right, wrong, type Checked } from './fault.js'
import { nearest } from './nearest.js'

/** A control with its name. */
export interface NamedControl<C extends Control = Control> {
  readonly name: string
  readonly control: C
}

const alwaysOn = (): Checked<never> =>
  refused(
    'CANDOR_CENSUS_ALWAYS_ON',
    {
      en: 'Census is always on: no admin, policy or user can turn it off.',
      es: 'El recuento está siempre activado: ningún administrador, directiva ni usuario lo puede desactivar.',
    },
    {
      en: 'It holds nothing that identifies an organization or a person; see the practices page.',
      es: 'No contiene nada que identifique a una organización o a una persona; vea la página de prácticas.',
    },
  )

/** The control of a name, in any case. Census is none: its refusal says why. */
export const findControl = (practices: Practices, name: string): Checked<NamedControl> => {
  const lower = name.toLowerCase()
  if (lower === 'census') return alwaysOn()
  const names = Object.keys(practices.controls)
  const found = names.find((known) => known.toLowerCase() === lower)
  const control = found === undefined ? undefined : practices.controls[found]
  if (found !== undefined && control !== undefined) return right({ name: found, control })
  const near = nearest(name, names)
  return wrong(
    {
      en: `There is no control ${name}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
      es: `No hay ningún control ${name}.${near === undefined ? '' : ` ¿Quiso decir ${near}?`}`,
    },
    { en: `There are ${names.join(', ')}.`, es: `Hay ${names.join(', ')}.` },
    'CANDOR_CONTROL_UNKNOWN',
  )
}

/** The control where it is one that settings can be kept of; the others are read from the device or chosen by its user. */
export const asSettable = ({ name, control }: NamedControl): Checked<NamedControl<BooleanControl>> =>
  control.kind === 'boolean'
    ? right({ name, control })
    : refused(
        'CANDOR_SETTING_REFUSED',
        {
          en: `${name} is held by each device and cannot be set here.`,
          es: `${name} está en cada dispositivo y no se puede configurar aquí.`,
        },
        {
          en:
            control.kind === 'choice'
              ? 'Each user chooses on the device.'
              : "The device's owner sets it on the device.",
          es:
            control.kind === 'choice'
              ? 'Cada usuario decide en el dispositivo.'
              : 'El propietario del dispositivo lo configura en él.',
        },
      )

import { ROLE_TEXTS, type Control, type Localised, type Practices } from '@candor/practices'
import { showValue } from './parse-boolean.js'
import { showScope } from './parse-scope.js'
import { EVERY_SCOPE, type KeptSetting } from './settings-port.js'
import { showStanding, standingOf, type Standing } from './standing.js'

/** A setting of a control, as it stands. */
export interface ShownSetting {
  readonly organisation: string
  readonly scope: string
  readonly standing: Standing
}

/** A control with its settings. */
export interface ShownControl {
  readonly control: string
  readonly kind: Control['kind']
  readonly default: unknown
  readonly setBy: Control['setBy']
  readonly heldBy: Control['heldBy']
  /** In the order of precedence. */
  readonly scopes: readonly string[]
  readonly settings: readonly ShownSetting[]
}

const scopesOf = (control: Control): readonly string[] => {
  switch (control.kind) {
    case 'boolean':
      return control.scopes.map(showScope)
    case 'choice':
      return ['user']
    case 'graded':
      return control.levels
    default:
      return control satisfies never
  }
}

const defaultOf = (control: Control): unknown =>
  control.kind === 'graded' ? control.grades[0] : control.default

const settingsOf = (
  name: string,
  control: Control,
  settings: readonly KeptSetting[],
): readonly ShownSetting[] =>
  control.kind === 'boolean'
    ? settings
        .filter((setting) => setting.control === name)
        .map(({ organisation, scope, value }) => ({
          organisation,
          scope,
          standing: standingOf(control, value),
        }))
    : []

/** The controls of practices, in their order, with the settings that are kept of them. */
export const describeControls = (
  { controls }: Practices,
  settings: readonly KeptSetting[],
): readonly ShownControl[] =>
  Object.entries(controls).map(([name, control]) => ({
    control: name,
    kind: control.kind,
    default: defaultOf(control),
    setBy: control.setBy,
    heldBy: control.heldBy,
    scopes: scopesOf(control),
    settings: settingsOf(name, control, settings),
  }))

/** A control's default, as people read it. */
export const showDefault = ({ default: value }: ShownControl): string =>
  typeof value === 'string' ? value : showValue(value)

/** Who may set a control, as people read it. */
export const showSetBy = ({ setBy }: ShownControl): Localised => ROLE_TEXTS[setBy]

/** A setting as cells: its scope, its organisation (a hyphen for the deployment's own) and its value. */
export const settingCells = ({ organisation, scope, standing }: ShownSetting, language: keyof Localised) => [
  scope === EVERY_SCOPE ? '*' : scope,
  organisation === '' ? '-' : organisation,
  showStanding(standing)[language],
]

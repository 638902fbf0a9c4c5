import type { Localised } from '@candor/practices'
import type { Parameter } from './parameter.js'

/** What the cmdlets configure: the one control that the noun stands for. */
export const CONTROL = 'MeetingUxEnableTelemetry'

const NOUN = 'CsWebServiceConfiguration'

/** What a cmdlet does. */
export const VERBS = ['Get', 'Set', 'New', 'Remove'] as const

/** What a cmdlet does. */
export type Verb = (typeof VERBS)[number]

/** A command in PowerShell's form. */
export interface Cmdlet {
  readonly verb: Verb
  readonly name: string
  readonly summary: Localised
  readonly parameters: readonly Parameter[]
}

const IDENTITY: Parameter = { name: 'Identity', kind: 'text', position: 'first' }
const VALUE: Parameter = { name: CONTROL, kind: 'boolean' }
const CHANGING: readonly Parameter[] = [
  { name: 'WhatIf', kind: 'switch', aliases: ['wi'] },
  { name: 'Confirm', kind: 'switch', aliases: ['cf'] },
]

const define = (verb: Verb, parameters: readonly Parameter[], summary: Localised): Cmdlet => ({
  verb,
  name: `${verb}-${NOUN}`,
  summary,
  parameters,
})

/** The cmdlets, by their verbs. */
export const CMDLETS: Readonly<Record<Verb, Cmdlet>> = {
  Get: define('Get', [IDENTITY], {
    en: 'show the collections of meeting settings, or the one of an identity',
    es: 'muestra las colecciones de la configuración de reuniones, o la de una identidad',
  }),
  Set: define('Set', [IDENTITY, VALUE, ...CHANGING], {
    en: 'change the collection of an identity, global by default',
    es: 'cambia la colección de una identidad, global de forma predeterminada',
  }),
  New: define('New', [IDENTITY, VALUE, ...CHANGING], {
    en: 'make a collection for a site or a pool; it starts from the defaults',
    es: 'crea una colección para un sitio o un grupo de servidores; parte de los valores predeterminados',
  }),
  Remove: define('Remove', [IDENTITY, ...CHANGING], {
    en: 'remove the collection of a site or a pool; global goes back to the defaults',
    es: 'quita la colección de un sitio o un grupo de servidores; global vuelve a los valores predeterminados',
  }),
}

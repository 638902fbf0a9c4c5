import { defineTexts } from '../language.js'

export const KEYS_TEXTS = defineTexts({
  en: {
    title: 'Ingest keys',
    lead: 'What an app of a product sends with its reports. A key names the product and nothing else. Keys of the configuration are not listed.',
    label: 'What it is for',
    id: 'Id',
    state: 'State',
    states: { active: 'Active', ending: 'Ending', ended: 'Ended', revoked: 'Revoked' },
    created: 'Made',
    createdBy: (time: string, by: string) => `${time}, by ${by}`,
    somebody: 'the command line',
    ends: 'Ends',
    none: 'No key was made yet',
    noneText: 'Make one, and give it to the app that sends reports.',
    make: 'Make a key',
    newTitle: 'The new key',
    rotate: 'Rotate',
    rotateText:
      'A new key takes the place of this one, which goes on for the overlap, so that devices can change over.',
    overlap: 'Overlap in hours',
    revoke: 'Revoke',
    revokeText:
      'Devices that send this key are refused at once, until they have another. What they collected stays on them meanwhile.',
    former: (time: string) => `The former key goes on until ${time}.`,
  },
  es: {
    title: 'Claves de ingesta',
    lead: 'Lo que una aplicación de un producto envía con sus informes. Una clave nombra el producto y nada más. Las de la configuración no se enumeran.',
    label: 'Para qué es',
    id: 'Identificador',
    state: 'Estado',
    states: { active: 'Activa', ending: 'Por terminar', ended: 'Terminada', revoked: 'Revocada' },
    created: 'Creada',
    createdBy: (time: string, by: string) => `${time}, por ${by}`,
    somebody: 'la línea de comandos',
    ends: 'Termina',
    none: 'Todavía no se ha creado ninguna clave',
    noneText: 'Cree una y désela a la aplicación que envía informes.',
    make: 'Crear una clave',
    newTitle: 'La clave nueva',
    rotate: 'Rotar',
    rotateText:
      'Una clave nueva ocupa el lugar de esta, que sigue valiendo durante el solape para que los dispositivos cambien.',
    overlap: 'Solape en horas',
    revoke: 'Revocar',
    revokeText:
      'Los dispositivos que envían esta clave dejan de ser admitidos al instante, hasta que tengan otra. Lo que recopilaron sigue en ellos entretanto.',
    former: (time: string) => `La clave anterior vale hasta el ${time}.`,
  },
})

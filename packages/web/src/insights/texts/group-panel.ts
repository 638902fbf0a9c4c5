import { defineTexts } from '../../admin/language.js'

/** The texts of one group of errors. */
export const GROUP_PANEL_TEXTS = defineTexts({
  en: {
    title: 'This group of errors',
    states: {
      open: 'Open',
      resolved: 'Resolved; it counts as regressed when it comes again on a later day',
      regressed: 'Regressed: it was resolved, and came again',
      ignored: 'Ignored',
    },
    actions: { open: 'Open again', resolved: 'Mark as resolved', ignored: 'Ignore' },
    show: 'Show the latest reports',
    showMeaning:
      'Up to ten reports of people who opted in, without who sent them. Messages and stacks can hold personal data: only those who may see them, and that you looked at them is in the audit log.',
    none: 'No report of this group is kept.',
    samples: 'The latest reports',
  },
  es: {
    title: 'Este grupo de errores',
    states: {
      open: 'Abierto',
      resolved: 'Resuelto; cuenta como reaparecido si vuelve otro día',
      regressed: 'Reaparecido: estaba resuelto y ha vuelto',
      ignored: 'Omitido',
    },
    actions: { open: 'Volver a abrir', resolved: 'Marcar como resuelto', ignored: 'Omitir' },
    show: 'Mostrar los últimos informes',
    showMeaning:
      'Hasta diez informes de personas que lo aceptaron, sin quién los envió. Los mensajes y las pilas pueden contener datos personales: solo los ve quien puede, y que usted los ha mirado queda en el registro de auditoría.',
    none: 'No se guarda ningún informe de este grupo.',
    samples: 'Los últimos informes',
  },
})

import { defineTexts } from '../../admin/language.js'

/** The texts of the errors page. */
export const ERRORS_TEXTS = defineTexts({
  en: {
    lead: 'What went wrong, where, and for how many. Messages are not shown, since they can hold personal data.',
    reports: 'Error reports',
    reportsMeaning:
      'Each error is one report. Only those who opted in send any, so these are fewer than the errors there were.',
    users: 'Users affected',
    usersMeaning: 'Different user IDs, hashed, with an error in the period. They do not add up over periods.',
    groupsCount: 'Groups of errors',
    groupsMeaning: 'Errors of the same type at the same place with the same code.',
    trendTitle: (per: string) => `Error reports and users affected ${per}`,
    groups: 'Groups of equal errors, the most frequent first',
    type: 'Error',
    place: 'Place',
    code: 'Code',
    first: 'First seen',
    last: 'Last seen',
    trend: 'Trend',
    unknown: 'unknown',
    noCode: 'none',
    distributionMeaning:
      'How often a measurement that came with an error fell in which range. Errors, not people.',
    suppressed: (groups: number, minimum: number) =>
      groups === 1
        ? `1 group of fewer than ${minimum} users is not shown, so that nobody can be recognized.`
        : `${groups} groups of fewer than ${minimum} users are not shown, so that nobody can be recognized.`,
    emptyTitle: 'No error reports yet',
    emptyText: 'Error reports are sent only where the controls allow it; the practices page says which.',
    allHidden: 'Every group is still too small to be shown.',
  },
  es: {
    lead: 'Qué falló, dónde y a cuántos. Los mensajes no se muestran, porque pueden contener datos personales.',
    reports: 'Informes de errores',
    reportsMeaning:
      'Cada error es un informe. Solo los envía quien lo aceptó, así que son menos que los errores que hubo.',
    users: 'Usuarios afectados',
    usersMeaning:
      'Identificadores de usuario distintos, con función hash, con algún error en el período. No se suman entre períodos.',
    groupsCount: 'Grupos de errores',
    groupsMeaning: 'Errores del mismo tipo en el mismo lugar y con el mismo código.',
    trendTitle: (per) => `Informes de errores y usuarios afectados ${per}`,
    groups: 'Grupos de errores iguales, el más frecuente primero',
    type: 'Error',
    place: 'Lugar',
    code: 'Código',
    first: 'Primera vez',
    last: 'Última vez',
    trend: 'Tendencia',
    unknown: 'desconocido',
    noCode: 'ninguno',
    distributionMeaning:
      'Cuántas veces una medición que llegó con un error estuvo en cada intervalo. Errores, no personas.',
    suppressed: (groups, minimum) =>
      groups === 1
        ? `No se muestra 1 grupo de menos de ${minimum} usuarios, para que no se pueda reconocer a nadie.`
        : `No se muestran ${groups} grupos de menos de ${minimum} usuarios, para que no se pueda reconocer a nadie.`,
    emptyTitle: 'Todavía no hay informes de errores',
    emptyText:
      'Los informes de errores solo se envían donde los controles lo permiten; la página de prácticas dice cuáles.',
    allHidden: 'Todos los grupos son todavía demasiado pequeños para mostrarlos.',
  },
})

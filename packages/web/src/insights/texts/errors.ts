import { defineTexts } from '../../admin/language.js'

/** The texts of the errors page. */
export const ERRORS_TEXTS = defineTexts({
  en: {
    lead: 'What went wrong, where, and for how many. Messages are shown in samples of a group alone, to those who may see them.',
    reports: 'Error reports',
    reportsMeaning:
      'Each error is one report. Only those who opted in send any, so these are fewer than the errors there were.',
    users: 'Users affected',
    hiddenMeaning: (minimum: number) =>
      `A group of errors that fewer than ${minimum} users met is not shown, so that nobody can be recognized; a gap is a period in which fewer met it.`,
    groupsCount: 'Groups of errors',
    groupsMeaning: 'Errors of the same type at the same place with the same code.',
    trendTitle: (per: string) => `Error reports ${per}`,
    groupTitle: (per: string, by: string) => `Error reports ${per}, by ${by}`,
    groups: 'Groups of equal errors, the most frequent first',
    type: 'Error',
    place: 'Place',
    code: 'Code',
    state: 'State',
    states: { open: 'Open', resolved: 'Resolved', regressed: 'Regressed', ignored: 'Ignored' },
    first: 'First seen',
    last: 'Last seen',
    trend: 'Trend',
    unknown: 'unknown',
    noCode: 'none',
    distributionMeaning:
      'How often a measurement that came with an error fell in which range. Errors, not people.',
    emptyTitle: 'No error reports yet',
    emptyText: 'Error reports are sent only where the controls allow it; the practices page says which.',
    allHidden: 'Every group is still too small to be shown.',
  },
  es: {
    lead: 'Qué falló, dónde y a cuántos. Los mensajes solo se muestran en las muestras de un grupo, a quien puede verlas.',
    reports: 'Informes de errores',
    reportsMeaning:
      'Cada error es un informe. Solo los envía quien lo aceptó, así que son menos que los errores que hubo.',
    users: 'Usuarios afectados',
    hiddenMeaning: (minimum) =>
      `Un grupo de errores que encontraron menos de ${minimum} usuarios no se muestra, para que no se pueda reconocer a nadie; un hueco es un período en que lo encontraron menos.`,
    groupsCount: 'Grupos de errores',
    groupsMeaning: 'Errores del mismo tipo en el mismo lugar y con el mismo código.',
    trendTitle: (per) => `Informes de errores ${per}`,
    groupTitle: (per, by) => `Informes de errores ${per}, según ${by}`,
    groups: 'Grupos de errores iguales, el más frecuente primero',
    type: 'Error',
    place: 'Lugar',
    code: 'Código',
    state: 'Estado',
    states: { open: 'Abierto', resolved: 'Resuelto', regressed: 'Reaparecido', ignored: 'Omitido' },
    first: 'Primera vez',
    last: 'Última vez',
    trend: 'Tendencia',
    unknown: 'desconocido',
    noCode: 'ninguno',
    distributionMeaning:
      'Cuántas veces una medición que llegó con un error estuvo en cada intervalo. Errores, no personas.',
    emptyTitle: 'Todavía no hay informes de errores',
    emptyText:
      'Los informes de errores solo se envían donde los controles lo permiten; la página de prácticas dice cuáles.',
    allHidden: 'Todos los grupos son todavía demasiado pequeños para mostrarlos.',
  },
})

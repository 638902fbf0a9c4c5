import { defineTexts } from '../../admin/language.js'

/** The texts of the usage page. */
export const USAGE_TEXTS = defineTexts({
  en: {
    lead: 'What is done with the product, as numbers of occurrences.',
    note: 'Reports, not people: usage knows no devices and no users. A number here says how often something happened, never who did it or how many did.',
    occurrences: 'Occurrences, not people.',
    minutesMeaning: 'Time added up on the devices. Minutes, not people.',
    secondsMeaning: 'Time added up on the devices. Seconds, not people.',
    reports: 'Usage reports',
    reportsMeaning: 'One report an interval and client. Reports, not people and not devices.',
    meetingRate: 'Meeting join success',
    meetingRateMeaning:
      'Successful joins by attempts to join. Attempts, not people: one person can try several times.',
    crashFree: 'Crash-free sessions',
    crashFreeMeaning: '1 less crashes by sessions. Sessions, not people: a session is a run of the app.',
    seriesTitle: (per: string) => `What is done ${per}`,
    series: 'Series',
    meetingTitle: (per: string) => `Attempts to join a meeting ${per}, and how many succeed`,
    joined: 'Joined',
    notJoined: 'Not joined',
    stabilityTitle: (per: string) => `Stability: sessions ${per}, and how many are free of crashes`,
    crashed: 'Ended in a crash',
    uncrashed: 'Free of crashes',
    groupTitle: (what: string, per: string, by: string) => `${what} ${per}, by ${by}`,
    measure: 'Figures',
    featuresMeaning: 'How often each feature was used in the periods shown. Times of use, not people.',
    partnersTitle: (label: string) => `Reports by ${label}`,
    partnersMeaning:
      'Reports that name the organization, of the periods shown. Reports, not people; organizations of few reports are not shown.',
    distributionMeaning:
      'How often a measurement fell in which range, in the periods shown. Measurements, not people.',
    notFiltered: 'Features and distributions are not counted under filters.',
    range: 'From',
    times: 'Times',
    total: 'Total',
    emptyTitle: 'No usage reports yet',
    emptyText:
      'Counts leave a device once an interval, as one small report. They stay away where a control forbids it; the practices page says which.',
    allHidden: 'Every group is still too small to be shown.',
  },
  es: {
    lead: 'Qué se hace con el producto, como número de veces.',
    note: 'Informes, no personas: el uso no conoce dispositivos ni usuarios. Una cifra dice cuántas veces ocurrió algo, nunca quién lo hizo ni cuántos lo hicieron.',
    occurrences: 'Veces, no personas.',
    minutesMeaning: 'Tiempo sumado en los dispositivos. Minutos, no personas.',
    secondsMeaning: 'Tiempo sumado en los dispositivos. Segundos, no personas.',
    reports: 'Informes de uso',
    reportsMeaning: 'Un informe por intervalo y cliente. Informes, no personas ni dispositivos.',
    meetingRate: 'Uniones correctas a reuniones',
    meetingRateMeaning:
      'Uniones correctas entre los intentos de unirse. Intentos, no personas: una persona puede intentarlo varias veces.',
    crashFree: 'Sesiones sin bloqueos',
    crashFreeMeaning:
      '1 menos los bloqueos entre las sesiones. Sesiones, no personas: una sesión es una ejecución de la aplicación.',
    seriesTitle: (per) => `Qué se hace ${per}`,
    series: 'Series',
    meetingTitle: (per) => `Intentos de unirse a una reunión ${per}, y cuántos son correctos`,
    joined: 'Se unió',
    notJoined: 'No se unió',
    stabilityTitle: (per) => `Estabilidad: sesiones ${per}, y cuántas no tienen bloqueos`,
    crashed: 'Acabaron en un bloqueo',
    uncrashed: 'Sin bloqueos',
    groupTitle: (what, per, by) => `${what} ${per}, según ${by}`,
    measure: 'Cifras',
    featuresMeaning:
      'Cuántas veces se usó cada característica en los períodos mostrados. Veces, no personas.',
    partnersTitle: (label) => `Informes según ${label}`,
    partnersMeaning:
      'Informes que nombran a la organización, de los períodos mostrados. Informes, no personas; las organizaciones de pocos informes no se muestran.',
    distributionMeaning:
      'Cuántas veces una medición estuvo en cada intervalo, en los períodos mostrados. Mediciones, no personas.',
    notFiltered: 'Las características y las distribuciones no se cuentan con filtros.',
    range: 'Desde',
    times: 'Veces',
    total: 'Total',
    emptyTitle: 'Todavía no hay informes de uso',
    emptyText:
      'Los recuentos salen del dispositivo una vez por intervalo, en un informe pequeño. No llegan donde un control lo prohíbe; la página de prácticas dice cuáles.',
    allHidden: 'Todos los grupos son todavía demasiado pequeños para mostrarlos.',
  },
})

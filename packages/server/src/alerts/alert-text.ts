import type { Language } from '@candor/practices'

import type { Alert, AlertEvent, AlertFigure, AlertRule } from './alert.js'

const FIGURES = {
  en: {
    'census-devices': 'active devices',
    'sign-in-success': 'successful sign-ins (percent)',
    'usage-reports': 'usage reports',
    'crash-free-sessions': 'sessions without a crash (percent)',
    'error-reports': 'error reports',
    'error-group': 'reports of a group of errors',
  },
  es: {
    'census-devices': 'dispositivos activos',
    'sign-in-success': 'inicios de sesión correctos (por ciento)',
    'usage-reports': 'informes de uso',
    'crash-free-sessions': 'sesiones sin bloqueo (por ciento)',
    'error-reports': 'informes de error',
    'error-group': 'informes de un grupo de errores',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<AlertFigure, string>>>>

const PERIODS = {
  en: { day: 'day', week: 'week', month: 'month' },
  es: { day: 'día', week: 'semana', month: 'mes' },
} as const

const CATEGORIES = {
  en: { census: 'census', usage: 'usage', error: 'error' },
  es: { census: 'censo', usage: 'uso', error: 'error' },
} as const

const EVENTS = {
  en: { fired: 'fired', ended: 'ended', test: 'test' },
  es: { fired: 'activada', ended: 'terminada', test: 'prueba' },
} as const satisfies Readonly<Record<Language, Readonly<Record<AlertEvent, string>>>>

const english = (rule: AlertRule): string => {
  switch (rule.kind) {
    case 'over':
      return `${FIGURES.en[rule.figure]} of this ${PERIODS.en[rule.period]} above ${rule.limit}`
    case 'under':
      return `${FIGURES.en[rule.figure]} of the last ${PERIODS.en[rule.period]} below ${rule.limit}`
    case 'rise':
      return `${FIGURES.en[rule.figure]} of the last ${PERIODS.en[rule.period]} up by more than ${rule.percent} %`
    case 'fall':
      return `${FIGURES.en[rule.figure]} of the last ${PERIODS.en[rule.period]} down by more than ${rule.percent} %`
    case 'silence':
      return `no ${CATEGORIES.en[rule.category]} report for ${rule.hours} hours`
    case 'imbalance':
      return 'what was received is not what was stored, refused or waits'
    default:
      return rule satisfies never
  }
}

const spanish = (rule: AlertRule): string => {
  switch (rule.kind) {
    case 'over':
      return `${FIGURES.es[rule.figure]} en este período (${PERIODS.es[rule.period]}) por encima de ${rule.limit}`
    case 'under':
      return `${FIGURES.es[rule.figure]} en el último período (${PERIODS.es[rule.period]}) por debajo de ${rule.limit}`
    case 'rise':
      return `${FIGURES.es[rule.figure]} en el último período (${PERIODS.es[rule.period]}): más de un ${rule.percent} % de aumento`
    case 'fall':
      return `${FIGURES.es[rule.figure]} en el último período (${PERIODS.es[rule.period]}): más de un ${rule.percent} % de descenso`
    case 'silence':
      return `ningún informe de ${CATEGORIES.es[rule.category]} durante ${rule.hours} horas`
    case 'imbalance':
      return 'lo recibido no es lo almacenado, lo rechazado o lo que espera'
    default:
      return rule satisfies never
  }
}

/** When an alert fires, in a sentence. */
export const ruleText = (rule: AlertRule, language: Language): string =>
  language === 'es' ? spanish(rule) : english(rule)

const numberText = (value: number, language: Language): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value)

/** The subject and the text of an e-mail. */
export const mailOf = (
  { name, language, rule, product }: Pick<Alert, 'name' | 'language' | 'rule' | 'product'>,
  event: AlertEvent,
  value: number | null,
  page: string,
): { readonly subject: string; readonly text: string } => {
  const measured =
    value === null ? '' : `${language === 'es' ? 'Valor' : 'Value'}: ${numberText(value, language)}\n`
  return {
    subject: `[Candor] ${name}: ${EVENTS[language][event]}`,
    text: `${product}: ${ruleText(rule, language)}\n${measured}${page}\n`,
  }
}

import { defineTexts } from '../../admin/language.js'

/** The texts of the tables of groups. */
export const GROUP_TEXTS = defineTexts({
  en: {
    form: 'Form',
    forms: { time: 'Over time', shares: 'Shares' },
    group: 'Group',
    sum: 'Sum',
    change: 'Change',
    trend: 'Trend',
    showAll: (count: number) => `Show all ${count} groups`,
  },
  es: {
    form: 'Forma',
    forms: { time: 'En el tiempo', shares: 'Proporciones' },
    group: 'Grupo',
    sum: 'Suma',
    change: 'Cambio',
    trend: 'Tendencia',
    showAll: (count) => `Mostrar los ${count} grupos`,
  },
})

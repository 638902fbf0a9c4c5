import { defineTexts } from '../../admin/language.js'

/** The texts of the overview. */
export const OVERVIEW_TEXTS = defineTexts({
  en: {
    lead: 'The state of the product at a glance. Every page keeps its whole view in its address, so a link shows others the same.',
    open: { census: 'Open the census', usage: 'Open the usage', error: 'Open the errors' },
    questions: 'Questions that are asked often',
    newcomers: 'Where do new devices come from?',
    monthly: 'How many devices are active a month, against the year before?',
    clients: 'What is done with which client?',
    stability: 'Is this week more stable than the weeks before?',
    errors: 'What broke in the last seven days?',
  },
  es: {
    lead: 'El estado del producto de un vistazo. Cada página guarda toda su vista en su dirección, así que un enlace muestra lo mismo a otros.',
    open: { census: 'Abrir el recuento', usage: 'Abrir el uso', error: 'Abrir los errores' },
    questions: 'Preguntas frecuentes',
    newcomers: '¿De dónde vienen los dispositivos nuevos?',
    monthly: '¿Cuántos dispositivos activos hay al mes, frente al año anterior?',
    clients: '¿Qué se hace con qué cliente?',
    stability: '¿Es esta semana más estable que las anteriores?',
    errors: '¿Qué falló en los últimos siete días?',
  },
})

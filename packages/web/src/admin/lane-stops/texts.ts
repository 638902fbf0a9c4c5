import { defineTexts } from '../language.js'

export const LANE_STOPS_TEXTS = defineTexts({
  en: {
    title: 'Lane stops',
    lead: 'A stopped lane takes no reports until an instant. Devices keep what they have, send nothing in that lane meanwhile, and go on by themselves.',
    product: 'Product',
    lane: 'Lane',
    until: 'Stopped until',
    none: 'No lane is stopped',
    noneText: 'All three lanes of every product take reports.',
    stop: 'Stop a lane',
    end: 'Go on',
    endText: 'The lane takes reports again at once.',
    lanes: { census: 'Census', usage: 'Usage', error: 'Error reporting' },
    untilHint: 'In your own time zone.',
  },
  es: {
    title: 'Carriles detenidos',
    lead: 'Un carril detenido no admite informes hasta un momento dado. Los dispositivos guardan lo que tienen, entretanto no envían nada por ese carril y siguen por sí solos.',
    product: 'Producto',
    lane: 'Carril',
    until: 'Detenido hasta',
    none: 'No hay ningún carril detenido',
    noneText: 'Los tres carriles de cada producto admiten informes.',
    stop: 'Detener un carril',
    end: 'Reanudar',
    endText: 'El carril vuelve a admitir informes al instante.',
    lanes: { census: 'Recuento', usage: 'Uso', error: 'Informes de errores' },
    untilHint: 'En su propia zona horaria.',
  },
})

import { defineTexts } from '../../admin/language.js'

/** The texts of views that are saved under names. */
export const SAVED_VIEWS_TEXTS = defineTexts({
  en: {
    title: (count: number) => `Saved views (${count})`,
    none: 'None yet. Save what you see under a name, for everybody who sees the insights.',
    save: 'Save this view',
    saveMeaning:
      'The page, the periods, the filters and what is broken down are saved, not the figures. A view of the same name is replaced.',
    name: 'Name',
    remove: 'Remove',
    removeMeaning: 'Nobody finds this view under its name any more. Links to it go on working.',
  },
  es: {
    title: (count) => `Vistas guardadas (${count})`,
    none: 'Todavía ninguna. Guarde lo que ve con un nombre, para todos los que ven los análisis.',
    save: 'Guardar esta vista',
    saveMeaning:
      'Se guardan la página, los períodos, los filtros y el desglose, no las cifras. Una vista con el mismo nombre se sustituye.',
    name: 'Nombre',
    remove: 'Eliminar',
    removeMeaning: 'Nadie encontrará ya esta vista por su nombre. Los enlaces a ella siguen funcionando.',
  },
})

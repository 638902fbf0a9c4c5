import { definePractices } from '../define-practices.js'
import { categories } from './categories.js'
import { census } from './census.js'
import { controls } from './controls.js'
import { error } from './error.js'
import { rules } from './rules.js'
import { usage } from './usage.js'

/** The data collection practices of Skype for Business and Microsoft Teams: the built-in practices. */
export const skypeTeams = definePractices({
  product: 'skype-teams',
  version: 1,
  censusSalt: 'candor:skype-teams:census:1',
  clients: ['desktop', 'mobile', 'web', 'meetings-app', 'join-launcher'],
  name: {
    en: 'Skype for Business and Microsoft Teams data collection practices',
    es: 'Prácticas de recopilación de datos de Skype Empresarial y Microsoft Teams',
  },
  summary: {
    en: 'Skype for Business Server and Skype for Business Online, along with Skype for Business and Microsoft Teams apps, collect data to help understand how these products are being used and what kinds of errors, such as sign-in errors, have occurred. This information helps to understand usage patterns, plan new features, and troubleshoot and fix problem areas. While some usage data is collected automatically, other data can only be collected when the admin and/or user chooses to allow it.',
    es: 'Skype Empresarial Server y Skype Empresarial Online, junto con las aplicaciones Skype Empresarial y Microsoft Teams, recopilan datos para comprender cómo se usan estos productos y qué tipos de errores, como los de inicio de sesión, se han producido. Esta información ayuda a comprender los patrones de uso, planear nuevas características y diagnosticar y corregir las áreas con problemas. Algunos datos de uso se recopilan automáticamente; otros solo se pueden recopilar cuando el administrador, el usuario o ambos lo permiten.',
  },
  remarks: [
    {
      en: 'Census data flows from Skype Meetings App even when MeetingUxEnableTelemetry is False, because census cannot be turned off.',
      es: 'Los datos de recuento se envían desde la aplicación Reuniones de Skype aunque MeetingUxEnableTelemetry sea False, porque el recuento no se puede desactivar.',
    },
    {
      en: "A tenant's DisableAutomaticSendTracing governs usage and error reporting alike, as the on-premises one does.",
      es: 'El DisableAutomaticSendTracing de un inquilino rige por igual el uso y los informes de errores, como el de los servidores locales.',
    },
  ],
  categories,
  controls,
  rules,
  dataTypes: { census, usage, error },
})

/** The built-in practices' type: every name, kind and bound of them. */
export type SkypeTeams = typeof skypeTeams

import type { DataCategory } from '../category.js'
import type { CategoryDescription } from '../practices.js'

/** What the seed says of each category. */
export const categories = {
  census: {
    label: { en: 'Census data', es: 'Datos de recuento' },
    summary: {
      en: 'It includes environmental information such as device and operating system versions, and regional and language settings. It also includes counters for sign-in attempts and failures.',
      es: 'Incluyen información del entorno, como las versiones del dispositivo y del sistema operativo y la configuración regional y de idioma. También incluyen contadores de los intentos y los errores de inicio de sesión.',
    },
    purpose: {
      en: 'Census data is acquired solely to provide, support, and improve Skype for Business, Microsoft Teams, and Skype for Business Online.',
      es: 'Los datos de recuento se obtienen únicamente para proporcionar, respaldar y mejorar Skype Empresarial, Microsoft Teams y Skype Empresarial Online.',
    },
    identifies: {
      en: 'Census data DOES NOT contain any information that identifies your organization or users.',
      es: 'Los datos de recuento NO contienen ninguna información que identifique a su organización o a sus usuarios.',
    },
    owner: 'product-planning',
    retentionDays: 390,
  },
  usage: {
    label: { en: 'Usage data', es: 'Datos de uso' },
    summary: {
      en: 'Usage data includes information such as number of calls made, number of IMs sent or received, number of meetings joined, frequency of features used, and stability issues.',
      es: 'Los datos de uso incluyen información como el número de llamadas realizadas, de mensajes instantáneos enviados o recibidos y de reuniones a las que se une el usuario, la frecuencia de uso de las características y los problemas de estabilidad.',
    },
    purpose: {
      en: 'To understand usage patterns and plan new features.',
      es: 'Comprender los patrones de uso y planear nuevas características.',
    },
    identifies: {
      en: 'Usage data might contain information that identifies your organization, such as contoso.com. Usage data DOES NOT contain any information that identifies users.',
      es: 'Los datos de uso pueden contener información que identifique a su organización, por ejemplo contoso.com. Los datos de uso NO contienen ninguna información que identifique a los usuarios.',
    },
    owner: 'product-planning',
    retentionDays: 390,
  },
  error: {
    label: { en: 'Error reporting data', es: 'Datos de informes de errores' },
    summary: {
      en: 'Error reporting data can include information about performance and reliability, device configuration, network connection quality, error codes, error logs, and exceptions.',
      es: 'Los datos de informes de errores pueden incluir información sobre el rendimiento y la confiabilidad, la configuración del dispositivo, la calidad de la conexión de red, los códigos de error, los registros de errores y las excepciones.',
    },
    purpose: {
      en: 'To troubleshoot and fix problem areas.',
      es: 'Diagnosticar y corregir las áreas con problemas.',
    },
    identifies: {
      en: "Error reporting data may also contain personally identifiable information such as the user's IP address and Session Initiation Protocol Uniform Resource Identifier (SIP URI).",
      es: 'Los datos de informes de errores también pueden contener información de identificación personal, como la dirección IP y el identificador uniforme de recursos del protocolo de inicio de sesión (SIP URI) del usuario.',
    },
    owner: 'quality-engineering',
    retentionDays: 90,
  },
} as const satisfies Readonly<Record<DataCategory, CategoryDescription>>

import { defineTexts } from '../../admin/language.js'

/** The texts of the census page. */
export const CENSUS_TEXTS = defineTexts({
  en: {
    lead: 'How many devices and users there are, and on what. Census cannot name an organization or a user.',
    devices: 'Active devices',
    devicesMeaning:
      'Different devices with a report in the period. Devices of several periods do not add up: one that comes back counts in each.',
    users: 'Active users',
    usersMeaning:
      'Different user IDs, hashed twice, in the period. They do not add up over periods, and nobody can be named from them.',
    newDevices: 'New devices',
    newDevicesMeaning: 'Devices that reported nothing before the period, as far as reports are kept.',
    returning: 'Returning devices',
    returningMeaning: 'Active devices that had been seen before the period.',
    reports: 'Reports',
    reportsMeaning: 'One report a device and interval: a day, unless the app says otherwise.',
    signInRate: 'Sign-in success',
    signInRateMeaning:
      'Sign-in attempts less failures, by attempts. Counted on the devices; it does not say who signed in.',
    activeTitle: (per: string) => `Active devices and users ${per}`,
    newTitle: (per: string) => `New and returning devices ${per}`,
    groupTitle: (what: string, per: string, by: string) => `${what} ${per}, by ${by}`,
    versionTitle: (by: string) => `Adoption of versions: share of active devices, by ${by}`,
    versionMeaning:
      'What part of the active devices has each version. A device with several counts once in each.',
    signInTitle: (per: string) => `Sign-in attempts ${per}, and how many succeed`,
    succeeded: 'Succeeded',
    failed: 'Failed',
    measure: 'Figures',
    measures: { devices: 'Devices', reports: 'Reports' },
    emptyTitle: 'No census reports yet',
    emptyText:
      'A device sends one within seconds of its first start. Open the conference example to see one arrive.',
    allHidden: 'Every group is still too small to be shown.',
  },
  es: {
    lead: 'Cuántos dispositivos y usuarios hay, y con qué. El recuento no puede nombrar a una organización ni a un usuario.',
    devices: 'Dispositivos activos',
    devicesMeaning:
      'Dispositivos distintos con algún informe en el período. No se suman entre períodos: un dispositivo que vuelve se cuenta en cada uno.',
    users: 'Usuarios activos',
    usersMeaning:
      'Identificadores de usuario distintos, con dos funciones hash, en el período. No se suman entre períodos y no permiten nombrar a nadie.',
    newDevices: 'Dispositivos nuevos',
    newDevicesMeaning:
      'Dispositivos que no informaron de nada antes del período, hasta donde se conservan los informes.',
    returning: 'Dispositivos que vuelven',
    returningMeaning: 'Dispositivos activos que ya se habían visto antes del período.',
    reports: 'Informes',
    reportsMeaning: 'Un informe por dispositivo e intervalo: un día, salvo que la aplicación indique otro.',
    signInRate: 'Inicios de sesión correctos',
    signInRateMeaning:
      'Intentos de inicio de sesión menos errores, entre los intentos. Se cuentan en los dispositivos; no dicen quién inició sesión.',
    activeTitle: (per) => `Dispositivos y usuarios activos ${per}`,
    newTitle: (per) => `Dispositivos nuevos y que vuelven ${per}`,
    groupTitle: (what, per, by) => `${what} ${per}, según ${by}`,
    versionTitle: (by) => `Adopción de versiones: proporción de dispositivos activos, según ${by}`,
    versionMeaning:
      'Qué parte de los dispositivos activos tiene cada versión. Un dispositivo con varias cuenta una vez en cada una.',
    signInTitle: (per) => `Intentos de inicio de sesión ${per}, y cuántos son correctos`,
    succeeded: 'Correctos',
    failed: 'Fallidos',
    measure: 'Cifras',
    measures: { devices: 'Dispositivos', reports: 'Informes' },
    emptyTitle: 'Todavía no hay informes de recuento',
    emptyText:
      'Un dispositivo envía uno a los pocos segundos de iniciarse por primera vez. Abra el ejemplo de conferencia para ver llegar uno.',
    allHidden: 'Todos los grupos son todavía demasiado pequeños para mostrarlos.',
  },
})

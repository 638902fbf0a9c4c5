import type { Texts } from '../pages/translate.js'

/** The texts of the page that leads to the others. */
export const TEXTS = {
  title: { en: 'Conference: an example of Candor', es: 'Conference: un ejemplo de Candor' },
  brand: { en: 'Conference', es: 'Conference' },
  otherLanguage: { en: 'Español', es: 'English' },
  heading: {
    en: 'A conference product that says what it collects',
    es: 'Un producto de conferencias que dice lo que recopila',
  },
  lead: {
    en: 'Three real pages with the real client: what you do in them is counted on this device and sent to this service, as far as each page’s own controls allow. Open one beside an admin’s command line, and watch it follow within seconds.',
    es: 'Tres páginas reales con el cliente real: lo que haga en ellas se cuenta en este dispositivo y se envía a este servicio, hasta donde lo permiten los controles de cada página. Abra una junto a la línea de comandos de un administrador y vea cómo la sigue en segundos.',
  },
  desktop: { en: 'Desktop client', es: 'Cliente de escritorio' },
  desktopLead: {
    en: 'Sign in, write, call and join meetings. DisableAutomaticSendTracing of the organization decides on usage data; error reports need your own choice in Options > General too.',
    es: 'Inicie sesión, escriba, llame y únase a reuniones. DisableAutomaticSendTracing de la organización decide sobre los datos de uso; los informes de errores necesitan además su propia elección en Opciones > General.',
  },
  meetingsApp: { en: 'Meetings App', es: 'Aplicación Reuniones' },
  meetingsAppLead: {
    en: 'Join as a guest from another organization. MeetingUxEnableTelemetry of the pool that hosts the meeting decides, for everyone in it; there is no switch of your own. A crash on Windows is up to the device’s Watson values alone.',
    es: 'Únase como invitado de otra organización. MeetingUxEnableTelemetry del grupo de servidores que hospeda la reunión decide por todos los que están en ella; no hay ningún interruptor propio. De un bloqueo en Windows deciden solo los valores de Watson del dispositivo.',
  },
  launcher: { en: 'Join launcher', es: 'Iniciador de reuniones' },
  launcherLead: {
    en: 'The web page behind a meeting’s link: join in it, or hand the meeting over to the Meetings App. Whoever hosts the meeting decides here too.',
    es: 'La página web que abre el enlace de una reunión: únase en ella o pase la reunión a la aplicación Reuniones. También aquí decide quien hospeda la reunión.',
  },
  person: { en: 'A person of', es: 'Una persona de' },
  guest: { en: 'A guest from', es: 'Un invitado de' },
  in: { en: 'in', es: 'en' },
  twoPools: { en: 'two meetings in two pools:', es: 'dos reuniones en dos grupos de servidores:' },
  world: { en: 'The world', es: 'El mundo' },
  worldLead: {
    en: 'Organizations, the pools of servers that host their meetings, and the sites where those stand.',
    es: 'Las organizaciones, los grupos de servidores que hospedan sus reuniones y los sitios donde están.',
  },
  organisation: { en: 'Organization', es: 'Organización' },
  pool: { en: 'Pool', es: 'Grupo de servidores' },
  site: { en: 'Site', es: 'Sitio' },
  fleet: {
    en: 'A simulated fleet of the same product (desktop, mobile, web, Meetings App and join launcher) reports from these organizations too, and fills the insights.',
    es: 'Una flota simulada del mismo producto (escritorio, móvil, web, aplicación Reuniones e iniciador de reuniones) informa también desde estas organizaciones y llena los análisis.',
  },
  admin: { en: 'What an admin can do', es: 'Qué puede hacer un administrador' },
  adminLead: {
    en: 'Each line changes what the pages may send, within seconds and without reloading them. Census data goes on all the time: nothing turns it off.',
    es: 'Cada línea cambia lo que las páginas pueden enviar, en segundos y sin volver a cargarlas. Los datos de recuento siguen siempre: nada los desactiva.',
  },
  tenantOff: {
    en: 'contoso.com turns usage data and error reports off, for all of its people. A guest’s own organization has no say in a meeting of another one.',
    es: 'contoso.com desactiva los datos de uso y los informes de errores de toda su gente. La organización de un invitado no decide en una reunión de otra.',
  },
  tenantDefault: {
    en: 'contoso.com goes back to the default.',
    es: 'contoso.com vuelve al valor predeterminado.',
  },
  poolOn: {
    en: 'Meetings of one pool are counted, in the Meetings App and the join launcher.',
    es: 'Se cuentan las reuniones de un grupo de servidores, en la aplicación Reuniones y en el iniciador.',
  },
  poolOff: { en: 'They are not any more.', es: 'Ya no se cuentan.' },
  globalOn: {
    en: 'Meetings of all pools that have no setting of their own are counted.',
    es: 'Se cuentan las reuniones de todos los grupos de servidores sin configuración propia.',
  },
  more: { en: 'Beside the pages', es: 'Junto a las páginas' },
  practices: {
    en: 'Data collection practices: what is collected, why, and who decides',
    es: 'Prácticas de recopilación de datos: qué se recopila, por qué y quién lo decide',
  },
  insights: {
    en: 'Insights: what the service makes of it, in groups that are large enough',
    es: 'Análisis: lo que el servicio obtiene de ello, en grupos lo bastante grandes',
  },
  addressHeading: { en: 'The address configures a page', es: 'La dirección configura la página' },
  address: {
    en: 'Every state of this world has an address that can be passed on.',
    es: 'Cada estado de este mundo tiene una dirección que se puede compartir.',
  },
  org: {
    en: 'whose client it is, or where a guest comes from',
    es: 'de quién es el cliente, o de dónde viene el invitado',
  },
  poolParameter: {
    en: 'the pool that hosts a meeting (Meetings App and join launcher), up to three times for as many meetings',
    es: 'el grupo que hospeda una reunión (aplicación Reuniones e iniciador), hasta tres veces para otras tantas reuniones',
  },
  siteParameter: {
    en: 'the site of the pool that stands in the same place',
    es: 'el sitio del grupo que está en el mismo lugar',
  },
  os: {
    en: 'the operating system that the page plays, such as Windows or macOS (Meetings App and join launcher)',
    es: 'el sistema operativo que representa la página, como Windows o macOS (aplicación Reuniones e iniciador)',
  },
  key: { en: 'the product’s ingest key', es: 'la clave de ingesta del producto' },
  interval: { en: 'milliseconds between two reports', es: 'milisegundos entre dos informes' },
  lang: { en: 'the language, en or es', es: 'el idioma, en o es' },
} as const satisfies Texts

/** The name of a text of the page. */
export type TextName = keyof typeof TEXTS

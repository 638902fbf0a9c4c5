import type { InsightMessages, Messages } from './messages.js'

const insights: InsightMessages = {
  title: 'Análisis',
  product: 'Producto',
  version: (version) => `Versión ${version} de las prácticas`,
  fingerprint: 'huella',
  period: 'Período',
  days: (days) => `${days} días`,
  day: 'Día',
  total: 'Total',
  asTable: 'Las mismas cifras en una tabla',
  perDay: (what) => `${what} por día`,
  perDayBy: (what, by) => `${what} por día, según ${by}`,
  hidden: 'no se muestra',
  hiddenMeaning: (minimum) => `menos de ${minimum}`,
  noneChosen: 'No hay nada elegido. Elija una serie arriba.',
  userEpochs: (epochs) =>
    `Las claves de los identificadores de usuario cambiaron en el período (${epochs} épocas): quien estaba antes y después cuenta como otro usuario en cada una.`,
  census: {
    lead: 'Cuántos dispositivos y usuarios hay, y con qué. El recuento no puede nombrar a una organización ni a un usuario.',
    show: 'Mostrar',
    devices: 'Dispositivos',
    devicesMeaning: 'Dispositivos distintos con algún informe en el período.',
    reports: 'Informes',
    reportsMeaning: 'Un informe por dispositivo e intervalo: un día, salvo que la aplicación indique otro.',
    users: 'Usuarios',
    usersMeaning: 'Identificadores de usuario distintos, con dos funciones hash, en el período.',
    countMeaning: 'Sumados en los dispositivos; sin relación con un usuario.',
    suppressed: (groups, minimum) =>
      groups === 1
        ? `No se muestra 1 grupo de menos de ${minimum} dispositivos, para que no se pueda señalar a nadie.`
        : `No se muestran ${groups} grupos de menos de ${minimum} dispositivos, para que no se pueda señalar a nadie.`,
    gaps: (minimum) => `Un hueco es un día con menos de ${minimum} dispositivos.`,
    emptyTitle: 'Todavía no hay informes de recuento',
    emptyText:
      'Un dispositivo envía uno a los pocos segundos de iniciarse por primera vez. Abra el ejemplo de conferencia para ver llegar uno.',
    allHidden: 'Todos los grupos son todavía demasiado pequeños para mostrarlos.',
  },
  usage: {
    lead: 'Qué se hace con el producto, como número de veces.',
    note: 'El uso no conoce dispositivos ni usuarios: una cifra dice cuántas veces ocurrió algo, nunca quién lo hizo.',
    series: 'Series',
    seriesHint: 'Elija lo que muestra el gráfico.',
    reports: 'Informes',
    units: { minute: 'min', second: 's' },
    emptyTitle: 'Todavía no hay informes de uso',
    emptyText:
      'Los recuentos salen del dispositivo una vez por intervalo, en un informe pequeño. No llegan donde un control lo prohíbe; la página de prácticas dice cuáles.',
  },
  error: {
    lead: 'Qué falló, dónde y a cuántos. Los mensajes no se muestran, porque pueden contener datos personales.',
    reports: 'Informes de errores',
    groups: 'Grupos de errores iguales',
    type: 'Error',
    place: 'Lugar',
    code: 'Código',
    affectedUsers: 'Usuarios afectados',
    first: 'Primera vez',
    last: 'Última vez',
    trend: 'Por día',
    unknown: 'desconocido',
    suppressed: (groups, minimum) =>
      groups === 1
        ? `No se muestra 1 grupo de menos de ${minimum} usuarios, para que no se pueda señalar a nadie.`
        : `No se muestran ${groups} grupos de menos de ${minimum} usuarios, para que no se pueda señalar a nadie.`,
    emptyTitle: 'Todavía no hay informes de errores',
    emptyText:
      'Los informes de errores solo se envían donde los controles lo permiten; la página de prácticas dice cuáles.',
    allHidden: 'Todos los grupos son todavía demasiado pequeños para mostrarlos.',
  },
}

/** The pages' texts in Spanish. */
export const SPANISH: Messages = {
  languageName: 'Español',
  shell: {
    skip: 'Ir al contenido',
    mainNavigation: 'Principal',
    home: 'Candor, página principal',
    insights: 'Análisis',
    conservation: 'Conservación',
    admin: 'Administración',
    practices: 'Prácticas',
    conference: 'Ejemplo de conferencia',
    useDark: 'Usar colores oscuros',
    useLight: 'Usar colores claros',
    footer: 'Los informes de recuento, de uso y de errores viajan por tres carriles que nunca se juntan.',
    missingTitle: 'No existe esa página',
    missingText: 'Puede que la dirección esté mal escrita. La página principal enumera todo lo que hay.',
  },
  home: {
    title: 'Telemetría que dice exactamente lo que recopila',
    lead: 'Un solo archivo de prácticas decide lo que una aplicación puede registrar, lo que este servicio admite y lo que dice la página publicada. Nada más sale de un dispositivo.',
    insightsText:
      'Dispositivos, usuarios y versiones; llamadas, mensajes y reuniones; errores y a quién afectan.',
    practicesText:
      'Todos los tipos de datos que se recopilan, con un ejemplo, y quién puede activarlos o desactivarlos.',
    conferenceText: 'Un cliente de escritorio que envía informes de verdad a este servicio.',
  },
  conservation: {
    title: 'Cada informe tiene exactamente un desenlace',
    law: 'recibidos = almacenados + rechazados + duplicados + pendientes, en cada carril y en todo momento.',
    lane: 'Carril',
    received: 'Recibidos',
    stored: 'Almacenados',
    refused: 'Rechazados',
    duplicate: 'Duplicados',
    pending: 'Pendientes',
    balance: 'Balance',
    holds: 'Se cumple',
    isOff: (reports) => `Difiere en ${reports}`,
    refusedTitle: 'Rechazados, por motivo',
    more: 'Por producto, y qué significan las palabras',
    allProducts: 'Todos los productos',
    emptyTitle: 'Aún no ha llegado ningún informe',
    emptyText:
      'La ley también se cumple sin informes. Las cifras cambian solas cuando un dispositivo envía el primero.',
    wordsTitle: 'Qué significan las palabras',
    meanings: {
      received: 'Informes de peticiones con una clave del producto.',
      stored: 'Pasados a las tablas; los análisis los cuentan, cada uno una vez.',
      refused:
        'No se conservan, con un motivo codificado que se dijo al dispositivo. Las peticiones sin clave conocida no son de ningún producto y no se cuentan aquí.',
      duplicate:
        'Ya se habían recibido con el mismo identificador aleatorio, pues un dispositivo vuelve a enviar lo que no tuvo respuesta.',
      pending: 'Guardados de forma duradera en la cola y en camino a las tablas, lo que tarda unos segundos.',
      balance:
        'Los recibidos menos los cuatro desenlaces. Se calcula aquí, en esta página, con las cifras del servicio; cualquier valor distinto de cero sería un fallo.',
    },
  },
  lanes: { census: 'Recuento', usage: 'Uso', error: 'Errores' },
  state: {
    loading: 'Cargando',
    updatedNow: 'Actualizado ahora mismo',
    updatedAgo: (seconds) => `Actualizado hace ${seconds} s`,
    unreachable: 'El servicio no responde',
    unreachableRemedy: 'Compruebe si está en marcha. Esta página lo sigue intentando.',
    unreadable: 'El servicio respondió con algo que estas páginas no pueden leer',
    unreadableRemedy: 'Vuelva a cargar la página; puede ser más antigua que el servicio.',
    signIn: 'Ir al inicio de sesión',
    stale: 'Estas son las últimas cifras que llegaron.',
  },
  insights,
}

import type { Messages } from './messages.js'

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
  insights: { product: 'Producto' },
}

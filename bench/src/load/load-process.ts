// The process that sends: its CPU time is not the server's.
import type { LoadOrder } from './load-order.js'
import { sendLoad } from './send-load.js'

process.on('message', (order: LoadOrder | 'end') => {
  if (order === 'end') return process.disconnect()
  void sendLoad(order).then((result) => process.send?.(result))
})

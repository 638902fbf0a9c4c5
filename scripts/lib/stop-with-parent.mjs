const LOOK_MILLIS = 1000

/**
 * Ends this process as SIGTERM would once its parent is gone: npm does not pass on every way in which it is ended, and
 * a service that nobody started must not stay behind.
 */
export function stopWithParent() {
  const parent = process.ppid
  const look = () => {
    if (process.ppid === parent) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }
  const timer = setInterval(look, LOOK_MILLIS)
  timer.unref()
}

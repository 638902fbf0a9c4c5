import { isExecutable } from './is-executable.mjs'
import { runCommand } from './run-command.mjs'

/** @returns {Promise<string[] | undefined>} how this user may start apt-get, if at all */
export async function aptCommand() {
  const apt = '/usr/bin/apt-get'
  if (!isExecutable(apt)) return undefined
  if (process.getuid?.() === 0) return [apt]
  const { code } = await runCommand(['sudo', '-n', 'true'], { output: 'kept' })
  return code === 0 ? ['sudo', '-n', apt] : undefined
}

/**
 * Installs a package of the system; rejects with what apt-get wrote.
 *
 * @param {readonly string[]} apt
 * @param {string} name
 */
export async function installByApt(apt, name) {
  console.log(`installing ${name} by apt-get (about a minute, once) ...`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', name]]) {
    const { code, text } = await runCommand([...apt, ...args], { output: 'kept', env })
    if (code !== 0) throw new Error(`apt-get ${args[0]} failed (exit code ${code})\n${text.trimEnd()}`)
  }
}

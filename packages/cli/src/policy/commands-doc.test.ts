import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { skypeTeams } from '@candor/practices/skype-teams'
import { createService } from '@candor/server'
import { describe, expect, test } from 'vitest'
import { CMDLETS } from '../cmdlets/cmdlet.js'
import { runLine } from '../testing/run-line.js'
import { COMMAND_FAULTS } from './fault.js'

const text = readFileSync(new URL('../../../../docs/commands.md', import.meta.url), 'utf8')

/** The lines of the examples, as a shell takes them apart, and what they are said to answer. */
const examples = [...text.matchAll(/```console\n(.*?)```/gs)]
  .flatMap(([, block = '']) => block.split(/^\$ candor /m).slice(1))
  .map((example) => {
    const [line = '', ...out] = example.split('\n')
    return { words: line.split(' ').map((word) => word.replaceAll("'", '')), out: out.join('\n') }
  })

describe('docs/commands.md', () => {
  test('lists the faults of commands, no more and no fewer', () => {
    const rows = [...text.matchAll(/^\| `(CANDOR_\w+)` \| (\d) \| (.+) \|$/gm)].map((row) => row.slice(1, 4))
    const faults = Object.entries(COMMAND_FAULTS)
    expect(rows).toEqual(faults.map(([code, { exitCode, title }]) => [code, String(exitCode), title.en]))
  })

  test('lists the cmdlets with their parameters', () => {
    const rows = [...text.matchAll(/^\| `(\w+-Cs\w+)` \| (.+?) \|/gm)].map((row) => row.slice(1, 3))
    const listed = Object.values(CMDLETS).map(({ name, parameters }) => [
      name,
      parameters.map((parameter) => `\`-${parameter.name}\``).join(', '),
    ])
    expect(rows).toEqual(listed)
  })

  test('has examples that answer what it says, run in its order on a new service', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'candor-commands-doc-'))
    const products = [{ practices: skypeTeams, keys: ['demo'] }]
    const service = await createService({ dataFolder: folder, port: 0, products })
    const env = { CANDOR_URL: service.url, CANDOR_DATA: folder, LANG: 'C' }
    expect(examples.length).toBeGreaterThan(5)
    for (const { words, out } of examples)
      expect(await runLine(words, { env })).toMatchObject({ exitCode: 0, out })
    await service.close()
    rmSync(folder, { recursive: true })
  })
})

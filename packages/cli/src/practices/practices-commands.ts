import { LANGUAGES, type Language, type Practices } from '@candor/practices'
import { describePractices, renderPracticesHtml, renderPracticesMarkdown } from '@candor/practices/document'
import {
  checkPractices,
  diffPractices,
  renderReviewForm,
  type Finding,
  type PracticesDiff,
} from '@candor/practices/review'
import { fingerprintOf } from '@candor/server/fingerprint'
import { Option, type Command } from 'commander'
import type { Surroundings } from '../surroundings.js'
import { loadPractices } from './load-practices.js'
import { addPublishCommand } from './publish-command.js'

interface DocsOptions {
  readonly format: 'html' | 'markdown' | 'json'
  readonly lang: Language
}

interface JsonOption {
  readonly json?: boolean
}

const docs = (practices: Practices, { format, lang }: DocsOptions): string => {
  const options = { language: lang, fingerprint: fingerprintOf(practices) }
  if (format === 'html') return renderPracticesHtml(practices, options)
  if (format === 'markdown') return renderPracticesMarkdown(practices, options)
  return `${JSON.stringify(describePractices(practices, options), undefined, 2)}\n`
}

const findingText = ({ lint, where, message }: Finding): string => `${where}: ${message.en} (${lint})\n`

const consentText = (consent: 'askAgain' | 'covered'): string =>
  consent === 'askAgain' ? '; consent must be asked again' : ''

const diffText = ({ from, to, added, removed, changed, controls, asksAgain }: PracticesDiff): string => {
  const lines = [
    `${from} -> ${to}`,
    ...added.map(
      (type) =>
        `+ ${type.dataType}, controlled by ${type.controls.join(', ') || 'nobody: always on'}${consentText(type.consent)}`,
    ),
    ...changed.map((type) => `~ ${type.dataType}: ${type.changes.join(', ')}${consentText(type.consent)}`),
    ...removed.map((id) => `- ${id}`),
    ...controls.map((name) => `! control ${name}`),
    asksAgain
      ? 'Consent must be asked again; until then the old one covers the old data types only.'
      : 'Consent need not be asked again.',
  ]
  return `${lines.join('\n')}\n`
}

const addDocsCommand = (practices: Command, { stdout }: Surroundings): void => {
  practices
    .command('docs')
    .description('write the published document of practices to standard output')
    .argument('[practices]', 'a name or a file', 'skype-teams')
    .addOption(new Option('--format <format>').choices(['html', 'markdown', 'json']).default('markdown'))
    .addOption(new Option('--lang <language>').choices(LANGUAGES).default('en'))
    .action(
      async (file: string, options: DocsOptions) =>
        void stdout.write(docs(await loadPractices(file), options)),
    )
}

const addCheckCommand = (practices: Command, surroundings: Surroundings): void => {
  const { stdout } = surroundings
  practices
    .command('check')
    .description('look for what must not be published; ends with 1 where something is found')
    .argument('[practices]', 'a name or a file', 'skype-teams')
    .option('--json', 'findings as JSON')
    .action(async (file: string, { json }: JsonOption) => {
      const findings = checkPractices(await loadPractices(file))
      if (findings.length > 0) surroundings.exitCode = 1
      if (json === true) stdout.write(`${JSON.stringify(findings)}\n`)
      else stdout.write(findings.length === 0 ? 'Nothing was found.\n' : findings.map(findingText).join(''))
    })
}

/** `candor practices docs|check|diff|review|publish`: publish, check and compare practices. */
export const addPracticesCommands = (program: Command, surroundings: Surroundings): void => {
  const { stdout } = surroundings
  const practices = program.command('practices').description('publish, check and compare practices')
  addDocsCommand(practices, surroundings)
  addCheckCommand(practices, surroundings)
  addPublishCommand(practices, surroundings)
  practices
    .command('diff')
    .description('tell what is newly collected, who controls it, and whether consent must be asked again')
    .argument('<before>', 'a name or a file')
    .argument('<after>', 'a name or a file')
    .option('--json', 'the difference as JSON')
    .action(async (before: string, after: string, { json }: JsonOption) => {
      const diff = diffPractices(await loadPractices(before), await loadPractices(after))
      stdout.write(json === true ? `${JSON.stringify(diff)}\n` : diffText(diff))
    })
  practices
    .command('review')
    .description('write a review form for a change, filled in with what is known')
    .argument('<before>', 'a name or a file')
    .argument('<after>', 'a name or a file')
    .action(async (before: string, after: string) => {
      stdout.write(renderReviewForm(await loadPractices(before), await loadPractices(after)))
    })
}

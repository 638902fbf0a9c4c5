import { readFileSync } from 'node:fs'
import { CandorError, practicesId } from '@candor/practices'
import type { PracticesDiff } from '@candor/practices/review'
import type { Command } from 'commander'
import { requestService } from '../admission/ask-service.js'
import { serviceAccess, serviceUrl, type ServiceAccess } from '../service-access.js'
import type { Surroundings } from '../surroundings.js'
import { loadPractices } from './load-practices.js'

interface PublishOptions {
  readonly endpoint?: string
  readonly tokenFile?: string
}

interface Published {
  readonly state: 'published' | 'unchanged'
  readonly diff: PracticesDiff
}

const accessOf = (env: Surroundings['env'], { endpoint, tokenFile }: PublishOptions): ServiceAccess => {
  if (tokenFile === undefined) return serviceAccess(env, endpoint)
  try {
    return { url: serviceUrl(env, endpoint), token: readFileSync(tokenFile, 'utf8').trim() }
  } catch (cause) {
    if (cause instanceof CandorError) throw cause
    throw new CandorError('CANDOR_TOKEN_REFUSED', { path: tokenFile, expected: 'a file' }, { cause })
  }
}

const consentLine = ({ asksAgain }: PracticesDiff): string =>
  asksAgain ? 'Clients that use this version ask for consent again.\n' : ''

/** `candor practices publish <file>`: publishes a newer version of practices to a running service, without a restart. */
export const addPublishCommand = (practices: Command, { env, stdout }: Surroundings): void => {
  practices
    .command('publish')
    .description('publish a newer version to a running service, which serves and admits it from then on')
    .argument('<practices>', 'a JSON file, or a module that exports them')
    .option('--endpoint <url>', 'the service (default: CANDOR_URL, or the one on PORT of this machine)')
    .option('--token-file <file>', "the operator's token (default: CANDOR_TOKEN, or that of CANDOR_DATA)")
    .action(async (file: string, options: PublishOptions) => {
      const definition = await loadPractices(file)
      const access = accessOf(env, options)
      const response = await requestService(access, '/api/practices/versions', {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(definition),
      })
      const { state, diff } = (await response.json()) as Published
      const id = practicesId(definition)
      stdout.write(
        state === 'published' ? `${id} is served.\n${consentLine(diff)}` : `${id} was served already.\n`,
      )
    })
}

import { runCommand, type Answer, type Talk } from '../policy/run-command.js'
import type { OperatorOptions } from '../admission/operator-options.js'
import { serviceAccess } from '../service-access.js'
import type { Surroundings } from '../surroundings.js'
import { createCallApi, type CallApi } from './call-api.js'

/** Runs a command that calls the API of a running service, with the token that the surroundings have for it. */
export const runWithApi = (
  surroundings: Surroundings,
  options: OperatorOptions,
  work: (call: CallApi, talk: Talk) => Promise<Answer>,
): Promise<void> =>
  runCommand(surroundings, options, (talk) =>
    work(createCallApi(serviceAccess(surroundings.env, options.url)), talk),
  )

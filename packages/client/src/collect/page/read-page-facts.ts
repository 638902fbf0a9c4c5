import { describeEnvironment } from '../../browser/describe-environment.js'
import { toModelName, type DeviceFacts } from '../environment.js'
import { mergeHints, type ClientHints, type HintedNavigator } from './client-hints.js'

const HINTS = ['platform', 'platformVersion', 'model']

const readHints = async ({ userAgentData }: HintedNavigator): Promise<ClientHints> => {
  try {
    return (await userAgentData?.getHighEntropyValues?.(HINTS)) ?? userAgentData ?? {}
  } catch {
    // A permissions policy may forbid the detailed hints; the others are there all the same.
    return userAgentData ?? {}
  }
}

/** What a page knows of its device: by User-Agent Client Hints first, then by the user agent string. */
export const readPageFacts = async (navigator: Navigator): Promise<DeviceFacts> => {
  const facts = mergeHints(describeEnvironment(navigator), await readHints(navigator as HintedNavigator))
  return { ...facts, deviceModel: toModelName(facts.deviceModel) }
}

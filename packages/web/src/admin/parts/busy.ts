import type { ActionState } from '../api/use-action.js'

/** The state of the button that runs an action. */
export const busy = ({ kind }: ActionState): 'busy' | 'ready' => (kind === 'busy' ? 'busy' : 'ready')

import type { ConsentControl } from './candor.js'
import type { Services } from './services.js'

/** Makes what the app asks and tells its user's choices with. `changed` is called after one was made. */
export const createConsentControl = (
  { consents, gate, whereabouts, count }: Services,
  changed: () => void,
): ConsentControl => {
  const uncovered = (control?: string): readonly string[] => {
    const choice = consents.named(control)
    return choice ? gate.uncovered(choice.name, whereabouts.here('error')) : []
  }
  return {
    get: (control) => {
      const choice = consents.named(control)
      return (choice && consents.of(whereabouts.user()?.key, choice)?.answer) ?? 'undecided'
    },
    set: (answer, control) => {
      const choice = consents.named(control)
      const user = whereabouts.user()
      if (!choice) return
      if (!user) return count('consent-without-user')
      if (answer !== 'granted' && answer !== 'denied') return count('consent-refused')
      consents.keep(user.key, choice, answer)
      changed()
    },
    asksAgain: (control) => uncovered(control).length > 0,
    uncovered,
  }
}

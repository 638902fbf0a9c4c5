import type { Shape } from '../api/api.js'
import { useTexts } from '../language.js'
import { useWords } from '../parts/use-words.js'
import { SETTINGS_TEXTS } from './texts.js'

/** What a value of a control means, in a plain sentence that says what is collected and never negates twice. */
export const usePlainEffect = (): ((control: Shape<'ControlDescription'>, value: boolean) => string) => {
  const texts = useTexts(SETTINGS_TEXTS)
  const words = useWords()
  return ({ governs, collectsWhen }, value) => {
    const clients = [...new Set(governs.flatMap((each) => each.clients))].map(words.client)
    const [first = '', second] = [...new Set(governs.map(({ category }) => category))].map(
      (category) => texts.names[category],
    )
    const what = second === undefined ? first : texts.both(first, second)
    const say = value === collectsWhen ? texts.collected : texts.notCollected
    return say(what, words.list(clients))
  }
}

import type { Localised } from '@candor/practices'
import type { ChangeAnswer } from './change-setting.js'
import type { Answer } from './run-command.js'
import type { Target } from './settings-port.js'
import { showStanding } from './standing.js'

/** Where a setting stands, in words. */
export const showTarget = ({ control, scope, organisation }: Target): Localised =>
  organisation === ''
    ? { en: `${control} at ${scope}`, es: `${control} en ${scope}` }
    : { en: `${control} at ${scope} for ${organisation}`, es: `${control} en ${scope} para ${organisation}` }

/** A change in a sentence. */
export const showChange = (answer: ChangeAnswer): Localised => {
  const [target, before, after] = [
    showTarget(answer),
    showStanding(answer.before),
    showStanding(answer.after),
  ]
  switch (answer.outcome) {
    case 'changed':
      return {
        en: `${target.en} is now ${after.en}; it was ${before.en}.`,
        es: `${target.es}: ahora ${after.es}; antes ${before.es}.`,
      }
    case 'unchanged':
      return {
        en: `${target.en} was already ${after.en}; nothing changed.`,
        es: `${target.es}: ya ${after.es}; nada cambió.`,
      }
    case 'would-change':
      return {
        en: `${target.en} would become ${after.en}; it is ${before.en}.`,
        es: `${target.es}: pasaría de ${before.es} a ${after.es}.`,
      }
    default:
      return answer.outcome satisfies never
  }
}

/** What a command answers about a change. */
export const answerChange = (answer: ChangeAnswer): Answer => {
  const { en, es } = showChange(answer)
  const text =
    answer.outcome === 'would-change'
      ? { en: `What if: ${en} Nothing was changed.\n`, es: `Si se ejecutara: ${es} No se cambió nada.\n` }
      : { en: `${en}\n`, es: `${es}\n` }
  return { text, data: answer }
}

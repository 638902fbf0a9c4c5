import type { BooleanControl, ChoiceControl, Control, GradedControl, Scope } from '../../control.js'
import { ROLE_TEXTS } from '../../decide/explain.js'
import type { Language } from '../../language.js'
import { capitalised, code, joinPhrases, say, type Phrase, type Segment } from '../phrase.js'
import type { ControlTexts } from '../texts/document-texts.js'
import { textsOf } from '../texts/texts-of.js'

/** One thing to know of a control. */
export interface ControlFact {
  readonly term: string
  readonly text: Phrase
}

const booleanValue = (value: boolean): Segment => code(value ? 'True' : 'False')

const scopePhrase = (scope: Scope, texts: ControlTexts): Phrase => {
  if ('prefix' in scope) return say`${code(`${scope.prefix}<${scope.of}>`)} (${texts.hosting[scope.of]})`
  const known = texts.scopes[scope.name]
  return known === undefined ? [code(scope.name)] : say`${code(scope.name)} (${known})`
}

const booleanFacts = (control: BooleanControl, texts: ControlTexts): ControlFact[] => {
  const collects = control.default === control.collectsWhen ? texts.collected : texts.notCollected
  const wins =
    control.resolution === 'strictest'
      ? texts.strictestWins(booleanValue(!control.collectsWhen))
      : [texts.nearestWins]
  return [
    { term: texts.terms.default, text: say`${booleanValue(control.default)} (${collects})` },
    {
      term: texts.terms.where,
      text: joinPhrases(
        control.scopes.map((scope) => scopePhrase(scope, texts)),
        ', ',
      ),
    },
    { term: texts.terms.wins, text: say`${wins} ${texts.malformedIsStrictest}` },
  ]
}

const choiceFacts = (control: ChoiceControl, texts: ControlTexts): ControlFact[] => {
  const counts = control.default === control.collectsWhen ? texts.collected : texts.countsAsDenied
  return [
    { term: texts.terms.default, text: say`${code(control.default)} (${counts})` },
    {
      term: texts.terms.values,
      text: joinPhrases(
        control.values.map((value) => [code(value)]),
        ', ',
      ),
    },
    { term: texts.terms.where, text: [texts.eachUser] },
    { term: texts.terms.wins, text: texts.ownChoiceWins(code(control.collectsWhen)) },
  ]
}

const gradedFacts = (control: GradedControl, texts: ControlTexts): ControlFact[] => {
  const [strictest] = control.grades
  const grades = control.grades.map((grade, index) => say`${code(`${index + 1} ${grade}`)}`)
  const values = [
    texts.off(code(`${control.off} = 1`)),
    say`${code(control.grade)}: ${joinPhrases(grades, ', ')}`,
    texts.nothingUntilAnswer(code(`1 ${strictest}`)),
    texts.cap(code(`${control.cap.value} = 1`), code(control.cap.grade)),
  ]
  const levels = control.levels.map((level) => [code(level)])
  return [
    { term: texts.terms.default, text: say`${code(`1 ${strictest}`)} (${texts.notCollected})` },
    { term: texts.terms.values, text: joinPhrases(values, '; ') },
    { term: texts.terms.where, text: say`${joinPhrases(levels, ', ')} (${texts.onTheDevice})` },
    { term: texts.terms.wins, text: say`${texts.strictestGradeWins} ${texts.malformedIsStrictest}` },
  ]
}

const factsOfKind = (control: Control, texts: ControlTexts): ControlFact[] => {
  switch (control.kind) {
    case 'boolean':
      return booleanFacts(control, texts)
    case 'choice':
      return choiceFacts(control, texts)
    case 'graded':
      return gradedFacts(control, texts)
    default:
      return control satisfies never
  }
}

/** What there is to know of a control, all but its effect: its default, who sets it, where it is set and which setting wins. */
export const controlFacts = (control: Control, language: Language): readonly ControlFact[] => {
  const texts = textsOf(language).control
  const setBy = { term: texts.terms.setBy, text: capitalised([ROLE_TEXTS[control.setBy][language]]) }
  const [byDefault, ...others] = factsOfKind(control, texts)
  return byDefault === undefined ? [setBy] : [byDefault, setBy, ...others]
}

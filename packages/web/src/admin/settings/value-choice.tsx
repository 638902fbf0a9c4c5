import { useId, type ReactElement } from 'react'

import type { Shape } from '../api/api.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { DRAFT_VALUES, type DraftValue } from './draft.js'
import { usePlainEffect } from './plain-effect.js'
import { SETTINGS_TEXTS } from './texts.js'

const NAMES = { true: 'True', false: 'False' } as const

/** The values of a control, each with a plain sentence of its effect. */
export const ValueChoice = ({
  control,
  scope,
  value,
  onChoose,
}: {
  readonly control: Shape<'ControlDescription'>
  readonly scope: string
  readonly value: DraftValue | undefined
  readonly onChoose: (value: DraftValue) => void
}): ReactElement => {
  const texts = useTexts(SETTINGS_TEXTS)
  const effect = usePlainEffect()
  const group = useId()
  const place = control.scopes.find(({ kind, identity }) => kind !== 'name' && scope.startsWith(identity))
  const where = place === undefined || place.kind === 'name' ? '' : ` (${texts.atScope[place.kind]})`
  return (
    <fieldset className={classes['choices']}>
      <legend>{texts.whichValue}</legend>
      {DRAFT_VALUES.map((each) => (
        <label key={each} className={classes['choice']}>
          <input type="radio" name={group} checked={value === each} onChange={() => onChoose(each)} />
          <span>
            {each === 'unset' ? (
              texts.unset
            ) : (
              <>
                <code translate="no">{NAMES[each]}</code>: {effect(control, each === 'true')}
                {where}
              </>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

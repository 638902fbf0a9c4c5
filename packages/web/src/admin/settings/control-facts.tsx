import { ROLE_TEXTS } from '@candor/practices'
import type { ReactElement } from 'react'

import type { Shape } from '../api/api.js'
import { useLanguage, useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { useWords } from '../parts/use-words.js'
import { usePlainEffect } from './plain-effect.js'
import { SETTINGS_TEXTS } from './texts.js'

const valueText = (value: boolean | string): string => {
  if (typeof value === 'string') return value
  return value ? 'True' : 'False'
}

/** Where a control is set, in the order in which its scopes count. */
const scopeText = ({ kind, identity }: Shape<'ControlScope'>): string =>
  kind === 'name' ? identity : `${identity}<${kind}>`

/** Who sets a control, its default, its scopes, and what it governs. */
export const ControlFacts = ({
  control,
}: {
  readonly control: Shape<'ControlDescription'>
}): ReactElement => {
  const texts = useTexts(SETTINGS_TEXTS)
  const language = useLanguage()
  const words = useWords()
  const effect = usePlainEffect()
  const { setBy, heldBy, scopes, resolution, governs } = control
  const by = ROLE_TEXTS[setBy][language]
  return (
    <dl className={classes['facts']}>
      <dt>{texts.setBy}</dt>
      <dd>{heldBy === 'device' ? texts.onDevice(by) : by}</dd>
      <dt>{texts.default}</dt>
      <dd>
        <code translate="no">{valueText(control.default)}</code>
        {typeof control.default === 'boolean' ? <>: {effect(control, control.default)}</> : null}
      </dd>
      <dt>{texts.governs}</dt>
      <dd>
        {governs.map(({ category, clients }) => (
          <div key={`${category} ${clients.join(' ')}`}>
            {words.category(category)} ({words.list(clients.map(words.client))})
          </div>
        ))}
      </dd>
      {scopes.length === 0 ? null : (
        <>
          <dt>{texts.scopes}</dt>
          <dd>
            {scopes.map((scope, at) => (
              <span key={scopeText(scope)}>
                {at === 0 ? '' : ', '}
                <code translate="no">{scopeText(scope)}</code>
              </span>
            ))}
          </dd>
        </>
      )}
      {resolution === null ? null : (
        <>
          <dt>{texts.resolution}</dt>
          <dd>{texts.resolutions[resolution]}</dd>
        </>
      )}
    </dl>
  )
}

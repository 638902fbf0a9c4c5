import type { ReactElement } from 'react'

import { useWording } from '../../language/wording.js'
import type { Shape } from '../api/api.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { useWords } from '../parts/use-words.js'
import { ChangesTable } from './changes-table.js'
import { SETTINGS_TEXTS } from './texts.js'
import { typeNames } from './type-names.js'

const Affected = ({
  control,
  preview,
}: {
  readonly control: Shape<'ControlDescription'>
  readonly preview: Shape<'SettingPreview'>
}): ReactElement => {
  const texts = useTexts(SETTINGS_TEXTS)
  const words = useWords()
  const { alsoAffected } = preview
  const followsHost = control.scopes.some(({ kind }) => kind === 'pool')
  return (
    <>
      <dt>{texts.othersTitle}</dt>
      <dd>
        {alsoAffected.length === 0 && !followsHost ? texts.othersNone : null}
        {alsoAffected.length > 0 ? texts.others(words.list(alsoAffected.map(words.organisation))) : null}{' '}
        {followsHost ? texts.othersGuests : null}
      </dd>
    </>
  )
}

const Devices = ({ devices }: { readonly devices: Shape<'SettingPreview'>['devices'] }): ReactElement => {
  const texts = useTexts(SETTINGS_TEXTS)
  const words = useWords()
  const { format } = useWording()
  return (
    <>
      <dt>{texts.devicesTitle(devices.days)}</dt>
      <dd>
        {devices.clients.map(({ client, devices: count }) => (
          <div key={client}>
            {words.client(client)}:{' '}
            {count === null ? texts.fewer(devices.groupMinimum) : format.number(count)}
          </div>
        ))}
        <span className={classes['quiet']}>{texts.devicesNote}</span>
      </dd>
    </>
  )
}

/** What starts, what stops, for whom, and what goes dark. */
export const PreviewFacts = ({
  control,
  preview,
}: {
  readonly control: Shape<'ControlDescription'>
  readonly preview: Shape<'SettingPreview'>
}): ReactElement => {
  const texts = useTexts(SETTINGS_TEXTS)
  const words = useWords()
  const { before, after, changes, starts, stops, dark } = preview
  if (changes.length === 0) {
    return (
      <p className={classes['plain']}>
        {before === after ? texts.sameValue : null} {texts.nothingChanges}
      </p>
    )
  }
  return (
    <>
      <dl className={classes['facts']}>
        {starts.length === 0 ? null : (
          <>
            <dt>{texts.starts}</dt>
            <dd translate="no">{typeNames(starts)}</dd>
          </>
        )}
        {stops.length === 0 ? null : (
          <>
            <dt>{texts.stops}</dt>
            <dd translate="no">{typeNames(stops)}</dd>
          </>
        )}
        <Devices devices={preview.devices} />
        <dt>{texts.darkTitle}</dt>
        <dd>
          {dark.length === 0 ? texts.darkNone : null}
          {dark.map(({ insight, dataTypes, clients }) => (
            <div key={`${insight} ${clients.join(' ')}`}>
              {texts.dark(texts.names[insight], typeNames(dataTypes), words.list(clients.map(words.client)))}
            </div>
          ))}
        </dd>
        <Affected control={control} preview={preview} />
      </dl>
      <ChangesTable changes={changes} />
    </>
  )
}

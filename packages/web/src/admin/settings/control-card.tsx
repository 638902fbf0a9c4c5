import { Title } from '@mantine/core'
import type { ReactElement } from 'react'

import { PolledView } from '../../parts/polled-view.js'
import type { Shape } from '../api/api.js'
import type { Asked } from '../api/use-asked.js'
import { useLanguage, useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { ControlFacts } from './control-facts.js'
import { CurrentSettings } from './current-settings.js'
import { SettingEditor } from './setting-editor.js'
import styles from './settings.module.css'
import { SETTINGS_TEXTS } from './texts.js'

/** A control: what it does, where and by whom it is set, what is set now, and the way to change it. */
export const ControlCard = ({
  control,
  product,
  organisation,
  settings,
}: {
  readonly control: Shape<'ControlDescription'>
  readonly product: string
  readonly organisation: string
  readonly settings: Asked<{ settings: Shape<'Setting'>[] }>
}): ReactElement => {
  const texts = useTexts(SETTINGS_TEXTS)
  const language = useLanguage()
  const id = `control-${control.name}`
  const isSetHere = control.heldBy === 'service' && control.kind === 'boolean'
  return (
    <section className={styles['card']} aria-labelledby={id}>
      <Title order={2} id={id} className={styles['title']}>
        <code translate="no">{control.name}</code>
      </Title>
      <p className={classes['plain']}>{control.effect[language]}</p>
      <ControlFacts control={control} />
      {isSetHere ? (
        <>
          <h3>{texts.nowTitle}</h3>
          <PolledView polled={settings.polled} skeletonHeight={90}>
            {(known) => (
              <CurrentSettings
                control={control}
                organisation={organisation}
                settings={known.settings.filter((each) => each.control === control.name)}
              />
            )}
          </PolledView>
          <SettingEditor
            control={control}
            product={product}
            organisation={organisation}
            onApplied={settings.askAgain}
          />
        </>
      ) : null}
    </section>
  )
}

import { Title } from '@mantine/core'
import { useCallback, type ReactElement } from 'react'

import { PolledView } from '../../parts/polled-view.js'
import type { Shape } from '../api/api.js'
import { useAsked, type Ask } from '../api/use-asked.js'
import { useLanguage, useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { useOrganisation, useProducts } from '../parts/choices.js'
import { OrganisationChooser, ProductChooser } from '../parts/choosers.js'
import { LaneMark } from '../parts/lane-mark.js'
import { PageHead } from '../parts/page-head.js'
import { ControlCard } from './control-card.js'
import { SETTINGS_TEXTS } from './texts.js'

interface Controls {
  readonly controls: Shape<'ControlDescription'>[]
  readonly census: { readonly reason: Shape<'Localised'> }
}

const CensusCard = ({ reason }: { readonly reason: Shape<'Localised'> }): ReactElement => {
  const language = useLanguage()
  const texts = useTexts(SETTINGS_TEXTS)
  return (
    <section className={classes['section']} aria-labelledby="census">
      <Title order={2} id="census">
        <LaneMark lane="census">{texts.censusTitle}</LaneMark>
      </Title>
      <p className={classes['plain']}>{reason[language]}</p>
    </section>
  )
}

const AllControls = ({
  product,
  organisation,
}: {
  readonly product: string
  readonly organisation: string
}): ReactElement => {
  const askControls: Ask<Controls> = useCallback(
    (api, signal) => api.GET('/api/controls', { params: { query: { product } }, signal }),
    [product],
  )
  const askSettings: Ask<{ settings: Shape<'Setting'>[] }> = useCallback(
    (api, signal) => api.GET('/api/settings', { params: { query: { product, organisation } }, signal }),
    [product, organisation],
  )
  const controls = useAsked(askControls)
  const settings = useAsked(askSettings)
  return (
    <PolledView polled={controls.polled} skeletonHeight={480}>
      {(known) => (
        <>
          {known.controls.map((control) => (
            <ControlCard
              key={control.name}
              control={control}
              product={product}
              organisation={organisation}
              settings={settings}
            />
          ))}
          <CensusCard reason={known.census.reason} />
        </>
      )}
    </PolledView>
  )
}

/** The controls of a product, what is set at them, and what a change would do. */
export const SettingsPage = (): ReactElement => {
  const texts = useTexts(SETTINGS_TEXTS)
  const { all, chosen } = useProducts()
  const organisation = useOrganisation()
  return (
    <div className={classes['page']}>
      <PageHead title={texts.title} lead={texts.lead} />
      <div className={classes['row']}>
        {chosen === undefined ? null : <ProductChooser all={all} chosen={chosen} />}
        <OrganisationChooser forgets={['scope', 'value', 'preview']} />
      </div>
      {chosen === undefined ? null : <AllControls product={chosen.product} organisation={organisation} />}
    </div>
  )
}

import { NativeSelect, Title } from '@mantine/core'
import { useCallback, type ReactElement } from 'react'

import { useQuery } from '../../app/use-query.js'
import { PolledView } from '../../parts/polled-view.js'
import type { Shape } from '../api/api.js'
import { useAsked, type Ask } from '../api/use-asked.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { DiffLists } from './diff-lists.js'
import { PRACTICES_TEXTS } from './texts.js'

const Compared = ({
  product,
  from,
  to,
}: {
  readonly product: string
  readonly from: number
  readonly to: number
}): ReactElement => {
  const ask: Ask<Shape<'PracticesDiff'>> = useCallback(
    (api, signal) => api.GET('/api/practices/diff', { params: { query: { product, from, to } }, signal }),
    [product, from, to],
  )
  const { polled } = useAsked(ask)
  return (
    <PolledView polled={polled} skeletonHeight={160}>
      {(diff) => <DiffLists diff={diff} />}
    </PolledView>
  )
}

/** What changed between two versions, chosen in the address; by default the last step. */
export const VersionDiff = ({
  product,
  versions,
}: {
  readonly product: string
  /** The newest first. */
  readonly versions: readonly number[]
}): ReactElement => {
  const texts = useTexts(PRACTICES_TEXTS)
  const [query, change] = useQuery()
  const chosen = (name: string): number | undefined =>
    versions.find((version) => String(version) === query.get(name))
  const [newest, former] = versions
  const from = chosen('from') ?? former
  const to = chosen('to') ?? newest
  const data = versions.map((version) => ({ value: String(version), label: String(version) }))
  return (
    <section className={classes['section']} aria-labelledby="diff">
      <Title order={2} id="diff">
        {texts.diffTitle}
      </Title>
      {from === undefined || to === undefined ? (
        <p className={classes['quiet']}>{texts.onlyOne}</p>
      ) : (
        <>
          <div className={classes['row']}>
            <NativeSelect
              label={texts.from}
              value={String(from)}
              onChange={({ currentTarget }) => change({ from: currentTarget.value })}
              data={data}
            />
            <NativeSelect
              label={texts.to}
              value={String(to)}
              onChange={({ currentTarget }) => change({ to: currentTarget.value })}
              data={data}
            />
          </div>
          <Compared product={product} from={from} to={to} />
        </>
      )}
    </section>
  )
}

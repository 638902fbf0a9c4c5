import { Anchor, Skeleton, Text, Title } from '@mantine/core'
import { lazy, Suspense, type ReactElement } from 'react'

import { ConservationPage } from '../conservation/conservation-page.js'
import { HomePage } from '../home/home-page.js'
import { useWording } from '../language/wording.js'
import { ADDRESSES, type Route } from './routes.js'

const InsightsPage = lazy(async () => ({
  default: (await import('../insights/insights-page.js')).InsightsPage,
}))

const AdminCenter = lazy(async () => ({
  default: (await import('../admin/admin-center.js')).AdminCenter,
}))

const MissingPage = (): ReactElement => {
  const { shell } = useWording().messages
  return (
    <>
      <Title order={1}>{shell.missingTitle}</Title>
      <Text mt="md">
        {shell.missingText} <Anchor href={ADDRESSES.home}>{shell.home}</Anchor>
      </Text>
    </>
  )
}

/** The page of a route. */
export const Page = ({ route }: { readonly route: Route }): ReactElement => {
  switch (route) {
    case 'home':
      return <HomePage />
    case 'insights':
      return (
        <Suspense fallback={<Skeleton height={320} />}>
          <InsightsPage />
        </Suspense>
      )
    case 'conservation':
      return <ConservationPage />
    case 'admin':
      return (
        <Suspense fallback={<Skeleton height={320} />}>
          <AdminCenter />
        </Suspense>
      )
    case 'missing':
      return <MissingPage />
    default:
      return route satisfies never
  }
}

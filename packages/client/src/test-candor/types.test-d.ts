import type { Candor } from '@candor/client/browser'
import { createTestCandor, type Collected, type TestSettings } from '@candor/client/testing'
import { skypeTeams, type SkypeTeams } from '@candor/practices/skype-teams'

const { candor, collected, errors, settings, answer, misuse } = createTestCandor({
  practices: skypeTeams,
  client: 'desktop',
})

const given: Candor<SkypeTeams> = candor
const sent: number | undefined = collected('usage').IMSent
const direction: 'Incoming' | 'Outgoing' | undefined = errors()[0]?.MessageDirection
const counts: Readonly<Record<string, number>> = misuse()
const usage: Collected<SkypeTeams, 'usage'> = { IMSent: 1 }
export const shown = [given, sent, direction, counts, usage]

// @ts-expect-error usage has no such data type
void collected('usage').AppName
// @ts-expect-error ids are left out
void collected('census').DeviceID
// @ts-expect-error there are three lanes
collected('clicks')

settings({ DisableAutomaticSendTracing: true })
settings({ DisableAutomaticSendTracing: { 'in-band': false, machine: true } })
settings({ MeetingUxEnableTelemetry: { 'site:Redmond': true }, Watson: { user: { Disabled: 1 } } })
// @ts-expect-error there is no such control
settings({ MouseMoves: true })
// @ts-expect-error nor such a scope
settings({ DisableAutomaticSendTracing: { global: true } })
// @ts-expect-error a value is true or false
settings({ DisableAutomaticSendTracing: 'yes' })
// @ts-expect-error a choice is answered, not set
settings({ ErrorReportingOptIn: true })
export const none: TestSettings<SkypeTeams> = {}

answer('denied', 'ErrorReportingOptIn')
// @ts-expect-error undecided is no answer
answer('undecided')
// @ts-expect-error an admin's control is not a person's choice
answer('granted', 'DisableAutomaticSendTracing')
// @ts-expect-error the practices have no such client
createTestCandor({ practices: skypeTeams, client: 'fridge' })

import { expect, test } from 'vitest'
import { skypeTeams } from '../skype-teams/index.js'
import { decide } from './decide.js'
import { explainDecision } from './explain.js'

const settings = { DisableAutomaticSendTracing: { 'in-band': false, machine: true, user: 'maybe' } }
const decision = decide(skypeTeams, 'usage.IMSent', { client: 'desktop', os: 'Windows', settings })

test('names the winning setting, those set aside, and who may change it', () => {
  expect(explainDecision(decision, 'en')).toBe(
    `Not collected. A setting forbids it. Decided by DisableAutomaticSendTracing (machine). Set aside: DisableAutomaticSendTracing (in-band: False), DisableAutomaticSendTracing (user: "maybe", malformed). It may be changed by the organization's admin.`,
  )
})

test('says the same in Spanish', () => {
  expect(explainDecision(decision, 'es')).toBe(
    'No se recopila. Una configuración lo prohíbe. Lo decide DisableAutomaticSendTracing (machine). No cuenta: DisableAutomaticSendTracing (in-band: False), DisableAutomaticSendTracing (user: "maybe", mal formado). Lo puede cambiar el administrador de la organización.',
  )
})

test('says of census that it is always on', () => {
  const census = decide(skypeTeams, 'census.AppName', { client: 'desktop', os: 'Windows' })
  expect(explainDecision(census, 'en')).toBe('Collected. This category is always on.')
})

import type { FirstHash } from '@candor/practices'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'

import type { Candor } from './candor.js'
import type { SkypeTeams } from '@candor/practices/skype-teams'
import { createTestDevice, type TestDevice } from '../testing/test-device.js'
import { startTestService, type TestService, type Verdict } from '../testing/test-service.js'

const MINUTE_MILLIS = 60_000

/** Only ever the answer to several reports: a single one would rightly be dropped. */
const TOO_LARGE: Verdict = { status: 413 }

/** What a service and what is between do to requests, more or less often. */
const VERDICTS: readonly (Verdict | undefined)[] = [
  undefined,
  undefined,
  'hang-up',
  'accept-and-hang-up',
  'accept-and-hang-up',
  { status: 503, headers: { 'retry-after': '5' } },
  { status: 503, headers: { 'retry-after': '60' }, body: '{"code":"CANDOR_LANE_STOPPED"}' },
  { status: 429 },
  TOO_LARGE,
  { status: 422 },
  { status: 200, body: '<html>sign in</html>' },
]

/** What happens to an app on a device. */
const STEPS = [
  'record',
  'record',
  'flush',
  'flush and kill',
  'hide',
  'hide and kill',
  'kill',
  'pass',
] as const

let service: TestService
let device: TestDevice
let recorded: Record<'IMSent' | 'SignInAttempts' | 'errors', number>

beforeEach(async () => {
  service = await startTestService()
})
afterEach(() => service.close())

const start = async (): Promise<Candor<SkypeTeams>> => {
  const candor = device.start({}, { firstHash: async () => '_'.repeat(43) as FirstHash })
  await candor.refreshPolicy()
  candor.setUser('amosmarble')
  candor.consent.set('granted')
  return candor
}

/** A kill may take what was recorded in the last second: here none was. */
const record = (candor: Candor<SkypeTeams>, amount: number): void => {
  candor.usage.IMSent.add(amount)
  candor.census.SignInAttempts.add(amount)
  candor.error.report({ ErrorCode: '0x1' })
  recorded.IMSent += amount
  recorded.SignInAttempts += amount
  recorded.errors += 1
  device.clock.pass(1000)
}

const arrived = () => {
  const sum = (category: 'census' | 'usage', name: string): number =>
    service.accepted(category).reduce((total, { data }) => total + Number(data[name] ?? 0), 0)
  return {
    IMSent: sum('usage', 'IMSent'),
    SignInAttempts: sum('census', 'SignInAttempts'),
    errors: service.accepted('error').length,
  }
}

const spoil = (amount: number): void =>
  service.answerWith(({ text }) => {
    const verdict = VERDICTS[(amount * 7 + service.arrivals.length) % VERDICTS.length]
    return verdict === TOO_LARGE && !text.includes('},{"id"') ? undefined : verdict
  })

const play = async (steps: readonly (readonly [(typeof STEPS)[number], number])[]): Promise<void> => {
  let candor = await start()
  for (const [step, amount] of steps) {
    spoil(amount)
    if (step === 'record') record(candor, amount)
    if (step === 'pass') await device.live(amount * MINUTE_MILLIS, MINUTE_MILLIS)
    if (step.startsWith('hide')) device.hide()
    if (step === 'flush') await candor.flush()
    const flushing = step === 'flush and kill' ? candor.flush() : undefined
    if (step.endsWith('kill')) {
      for (let turn = 0; turn < amount; turn += 1) await new Promise((resolve) => void setImmediate(resolve))
      await device.kill()
      candor = await start()
    }
    await flushing
  }
  service.answerWith(undefined)
  device.clock.pass(2 * MINUTE_MILLIS)
  await candor.flush()
  await candor.flush()
}

test('whatever is lost on the way and whenever the app is killed, each count arrives exactly once', async () => {
  const step = fc.tuple(fc.constantFrom(...STEPS), fc.integer({ min: 1, max: 20 }))
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      await service.close()
      service = await startTestService()
      recorded = { IMSent: 0, SignInAttempts: 0, errors: 0 }
      device = createTestDevice(service, Date.UTC(2026, 10, 22, 12))
      try {
        await play(steps)
        expect(arrived()).toEqual(recorded)
      } finally {
        await device.close()
      }
    }),
    { numRuns: 80, seed: 20_261_122 },
  )
}, 60_000)

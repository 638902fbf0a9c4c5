import { expect, test, vi } from 'vitest'

import { createGuardedSend, type Renewal } from './guarded-send.js'

const ended = (): Response => Response.json({ code: 'CANDOR_TOKEN_REFUSED' }, { status: 401 })

const write = (): Request =>
  new Request('http://localhost/api/settings', {
    method: 'PUT',
    headers: { 'idempotency-key': 'one' },
    body: '{"value":true}',
  })

const renewal = (outcome: 'renewed' | 'given-up', signedIn = true): Renewal => ({
  isSignedIn: () => signedIn,
  renew: vi.fn<Renewal['renew']>(async () => outcome),
})

test('sends the same request once more, with its body and key, after the person signed in again', async () => {
  const sent: [string | null, string][] = []
  const send = async (request: Request): Promise<Response> => {
    sent.push([request.headers.get('idempotency-key'), await request.text()])
    return sent.length === 1 ? ended() : Response.json({})
  }
  const response = await createGuardedSend(send, renewal('renewed'))(write())
  expect(response.status).toBe(200)
  expect(sent).toEqual([
    ['one', '{"value":true}'],
    ['one', '{"value":true}'],
  ])
})

test('gives the refusal where the person does not sign in', async () => {
  const response = await createGuardedSend(async () => ended(), renewal('given-up'))(write())
  expect(response.status).toBe(401)
  expect(await response.json()).toEqual({ code: 'CANDOR_TOKEN_REFUSED' })
})

test('takes a wrong password for what it is, and not for the end of the session', async () => {
  const wrong = async () => Response.json({ code: 'CANDOR_SIGN_IN_REFUSED' }, { status: 401 })
  const asked = renewal('renewed')
  expect((await createGuardedSend(wrong, asked)(write())).status).toBe(401)
  expect(asked.renew).not.toHaveBeenCalled()
})

test('asks nobody to sign in again who was not signed in', async () => {
  const asked = renewal('renewed', false)
  expect((await createGuardedSend(async () => ended(), asked)(write())).status).toBe(401)
  expect(asked.renew).not.toHaveBeenCalled()
})

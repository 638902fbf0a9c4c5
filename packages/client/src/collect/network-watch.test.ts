import { expect, test } from 'vitest'

import { createNetworkWatch } from './network-watch.js'

const createWorld = () => {
  let nowMillis = 0
  const network = createNetworkWatch(() => nowMillis)
  const answerAfter = (millis: number) =>
    network.watch(async () => {
      nowMillis += millis
    })
  return { network, answerAfter }
}

test('the median of the last twenty round trips', async () => {
  const { network, answerAfter } = createWorld()
  expect(network.read()).toEqual({ roundTripMillis: undefined, failedRequests: 0 })
  await answerAfter(5000)
  for (let request = 1; request <= 21; request += 1) await answerAfter(request)
  expect(network.read()).toEqual({ roundTripMillis: 12, failedRequests: 0 })
})

test('failures are counted, and result and error are passed on unchanged', async () => {
  const { network } = createWorld()
  const error = new Error('offline')
  const answer = { status: 503 }
  await expect(network.watch(() => Promise.reject(error))).rejects.toBe(error)
  await expect(
    network.watch(
      () => Promise.resolve(answer),
      ({ status }) => status >= 500,
    ),
  ).resolves.toBe(answer)
  const fail = (): never => {
    throw error
  }
  expect(() => network.watch(fail)).toThrow(error)
  await expect(network.watch(() => Promise.resolve(answer), fail)).resolves.toBe(answer)
  expect(network.read()).toMatchObject({ failedRequests: 3 })
})

test('a failed request has no round trip', async () => {
  const { network } = createWorld()
  const heard: number[] = []
  network.onRoundTrip((millis) => heard.push(millis))
  await network.watch(() => Promise.reject(new Error('no'))).catch(() => {})
  expect(heard).toEqual([])
})

test('those who listen hear each round trip until they stop, and harm nobody', async () => {
  const { network, answerAfter } = createWorld()
  const heard: number[] = []
  network.onRoundTrip(() => {
    throw new Error('no')
  })
  const stop = network.onRoundTrip((millis) => heard.push(millis))
  await answerAfter(7)
  stop()
  await answerAfter(8)
  expect(heard).toEqual([7])
})

test('what the app measured itself counts before what is known here', () => {
  const { network } = createWorld()
  network.set({ packetLossPercent: 2 })
  network.set({ failedRequests: 9 })
  expect(network.read()).toEqual({ roundTripMillis: undefined, failedRequests: 9, packetLossPercent: 2 })
})

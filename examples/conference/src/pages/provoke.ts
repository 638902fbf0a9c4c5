import { startCall } from '../product/calls.js'
import { groupDepth, type Shape } from '../product/whiteboard.js'

const caught = (provoke: () => unknown): Error => {
  try {
    provoke()
  } catch (error) {
    if (error instanceof Error) return error
  }
  return new RangeError('the product did not fail')
}

/** The error of a call to a side that offers a codec which this one does not have. */
export const provokeError = (): Error => caught(() => startCall(['pcma']))

/** The error of a shape that is grouped with itself. */
export const provokeCrash = (): Error =>
  caught(() => {
    const shape: { group?: Shape } = {}
    shape.group = shape
    return groupDepth(shape)
  })

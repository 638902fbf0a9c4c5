/** A shape of a whiteboard, with those it is grouped with. */
export interface Shape {
  readonly group?: Shape
}

/** How deep a shape is grouped. */
export const groupDepth = (shape: Shape): number =>
  shape.group === undefined ? 0 : 1 + groupDepth(shape.group)

/** The element of a page with a `data-testid`, of the type that is expected there. Throws where the page has none. */
export const find = <E extends Element>(root: ParentNode, name: string, type: new () => E): E => {
  const found = root.querySelector(`[data-testid="${name}"]`)
  if (!(found instanceof type)) throw new TypeError(`the page has no ${type.name} named ${name}`)
  return found
}

/** Makes an element with a class and a text. */
export const make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag)
  element.className = className
  element.textContent = text
  return element
}

/** Makes a button with a class and a text, which a test finds by its name. */
export const makeButton = (className: string, testId: string, text: string): HTMLButtonElement => {
  const button = make('button', className, text)
  button.type = 'button'
  button.dataset['testid'] = testId
  return button
}

/** The first letters of a name, as an avatar shows them. */
export const initialsOf = (name: string): string =>
  name
    .split(' ')
    .map((part) => part.slice(0, 1).toUpperCase())
    .join('')
    .slice(0, 2)

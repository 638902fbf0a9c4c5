/** Makes an element that pages may style by its CSS part, with a text. */
export const make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  part: string,
  text = '',
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag)
  if (part !== '') element.part.add(part)
  element.textContent = text
  return element
}

/** Makes a button that does something. */
export const makeButton = (part: string, press: () => void): HTMLButtonElement => {
  const button = make('button', part)
  button.type = 'button'
  button.part.add('button')
  button.addEventListener('click', press)
  return button
}

/** Sets a text where it is another one, so that what is read aloud or selected is left alone. */
export const setText = (element: HTMLElement, text: string): void => {
  if (element.textContent !== text) element.textContent = text
}

import { make, makeButton } from '../../dom/make.js'

/** What is asked before something that cannot be undone. */
export interface Question {
  readonly title: string
  readonly text: string
  /** The button that does it. */
  readonly confirm: string
  /** The button that does not. */
  readonly cancel: string
}

/** Asks; resolves when the person has answered. Escape cancels. */
export type Confirm = (question: Question) => Promise<'confirmed' | 'cancelled'>

/** Builds a native modal dialog, which gives the focus back to where it was. The focus starts on the button that does nothing. */
export const createConfirm = (root: ShadowRoot): Confirm => {
  const dialog = make('dialog', 'dialog')
  const title = make('h2', 'dialog-title')
  const text = make('p', 'dialog-text')
  const buttons = make('div', 'dialog-buttons')
  const cancel = makeButton('dialog-cancel', () => dialog.close('cancelled'))
  const confirm = makeButton('dialog-confirm', () => dialog.close('confirmed'))
  title.id = 'dialog-title'
  text.id = 'dialog-text'
  dialog.setAttribute('aria-labelledby', title.id)
  dialog.setAttribute('aria-describedby', text.id)
  buttons.append(cancel, confirm)
  dialog.append(title, text, buttons)
  root.append(dialog)
  return (question) =>
    new Promise((resolve) => {
      title.textContent = question.title
      text.textContent = question.text
      cancel.textContent = question.cancel
      confirm.textContent = question.confirm
      dialog.returnValue = 'cancelled'
      dialog.addEventListener(
        'close',
        () => resolve(dialog.returnValue === 'confirmed' ? 'confirmed' : 'cancelled'),
        { once: true },
      )
      dialog.showModal()
      cancel.focus()
    })
}

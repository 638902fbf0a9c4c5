import { FEATURES, type Feature } from '../../product/features.js'
import type { DesktopContext } from '../actions/desktop-context.js'
import { crash, raiseError } from '../actions/faults.js'
import { applyFeature } from '../actions/features.js'
import { make } from '../../pages/make.js'
import type { DesktopPage } from './desktop-page.js'

const createFeature = ({ text }: DesktopPage, feature: Feature): HTMLButtonElement => {
  const button = make('button', 'chip', text(feature))
  button.type = 'button'
  button.dataset['testid'] = `feature-${feature}`
  return button
}

/** The features, and what goes wrong on purpose; says what just happened. */
export const bindTools = (page: DesktopPage, context: DesktopContext, restart: () => void): void => {
  for (const feature of FEATURES) {
    const button = createFeature(page, feature)
    button.addEventListener('click', () => applyFeature(context, feature))
    page.part('features', HTMLElement).append(button)
  }
  page.part('raise-error', HTMLElement).addEventListener('click', () => raiseError(context))
  page.part('crash', HTMLElement).addEventListener('click', () => crash(context))
  page.part('restart', HTMLElement).addEventListener('click', restart)
  context.store.follow(({ screen, notice }) => {
    const told = notice === '' ? '' : page.text(notice)
    page.part('crashed', HTMLElement).hidden = screen !== 'crashed'
    page.part('crashed-notice', HTMLElement).textContent = told
    page.part('notice', HTMLElement).textContent = told
    if (screen === 'crashed') page.part('restart', HTMLElement).focus()
  })
}

import { make } from '../../pages/make.js'
import { WATSON_LEVELS, WATSON_VALUES, type Watson, type WatsonName } from '../watson.js'
import type { TextName } from '../texts.js'
import type { MeetingPage } from './meeting-page.js'

/** The operating systems that the page can play: the rule for crashes is about Windows. */
const SYSTEMS = ['Windows', 'macOS'] as const

const VALUE_TEXTS: Readonly<Record<WatsonName, Readonly<Record<number, TextName>>>> = {
  DefaultConsent: { 1: 'consentAsk', 2: 'consentParameters', 3: 'consentSafe', 4: 'consentAll' },
  DontSendAdditionalData: { 0: 'valueNo', 1: 'valueYes' },
  Disabled: { 0: 'valueNo', 1: 'valueYes' },
}

const createOption = (value: string, text: string): HTMLOptionElement => {
  const option = make('option', '', text)
  option.value = value
  return option
}

/** A value of the simulated registry, to be chosen. */
const createValue = (
  { text }: MeetingPage,
  level: (typeof WATSON_LEVELS)[number],
  name: WatsonName,
  set: Watson,
): { readonly label: HTMLLabelElement; readonly select: HTMLSelectElement } => {
  const label = make('label', 'watson-value')
  const select = make('select', '')
  select.dataset['testid'] = `watson-${level}-${name}`
  select.append(
    createOption('', text('notSet')),
    ...WATSON_VALUES[name].map((value) => {
      const meaning = VALUE_TEXTS[name][value]
      return createOption(String(value), meaning === undefined ? String(value) : `${value}: ${text(meaning)}`)
    }),
  )
  select.value = String(set.read()[level]?.[name] ?? '')
  label.append(make('code', '', name), select)
  return { label, select }
}

/** Plays another device: the address says which, so that a link leads to it. */
const bindSystem = ({ part }: MeetingPage, os: string): void => {
  const select = part('system', HTMLSelectElement)
  const known: readonly string[] = SYSTEMS
  select.append(...[...SYSTEMS, ...(known.includes(os) ? [] : [os])].map((name) => createOption(name, name)))
  select.value = os
  select.addEventListener('change', () => {
    const address = new URL(location.href)
    address.searchParams.set('os', select.value)
    location.assign(address)
  })
}

/** The simulated device: its system, and its Windows Error Reporting values. `onChange` is called after each change. */
export const bindWatson = (
  page: MeetingPage,
  device: { readonly os: string; readonly watson: Watson },
  onChange: () => void,
): void => {
  bindSystem(page, device.os)
  page.part('watson-note', HTMLElement).hidden = device.os === 'Windows'
  for (const level of WATSON_LEVELS) {
    const group = make('fieldset', 'watson-level')
    group.append(make('legend', '', page.text(level)))
    for (const name of Object.keys(WATSON_VALUES) as WatsonName[]) {
      const { label, select } = createValue(page, level, name, device.watson)
      select.addEventListener('change', () => {
        device.watson.write(level, name, select.value === '' ? undefined : Number(select.value))
        onChange()
      })
      group.append(label)
    }
    page.part('watson', HTMLElement).append(group)
  }
}

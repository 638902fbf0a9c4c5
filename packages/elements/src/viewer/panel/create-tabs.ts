import { make, setText } from '../../dom/make.js'

/** A tab: its name, and what it shows. */
export interface Tab<Name extends string> {
  readonly name: Name
  readonly label: string
  readonly content: HTMLElement
}

/** The tabs on the page. */
export interface Tabs<Name extends string> {
  readonly element: HTMLElement
  readonly selected: () => Name
  readonly select: (name: Name) => void
  /** Puts the focus on the tab that is selected. */
  readonly focus: () => void
  /** How many entries a tab holds; undefined shows no number. */
  readonly count: (name: Name, entries: number | undefined) => void
}

const STEPS: Readonly<Record<string, (index: number, length: number) => number>> = {
  ArrowRight: (index, length) => (index + 1) % length,
  ArrowLeft: (index, length) => (index + length - 1) % length,
  Home: () => 0,
  End: (_, length) => length - 1,
}

/** The index that a key leads to; -1 where it leads nowhere. */
const stepFrom = (index: number, key: string, length: number): number => STEPS[key]?.(index, length) ?? -1

const createTab = <Name extends string>({ name, label, content }: Tab<Name>) => {
  const button = make('button', 'tab')
  const count = make('span', 'count')
  const panel = make('div', 'panel')
  button.type = 'button'
  button.id = `tab-${name}`
  button.dataset['tab'] = name
  button.setAttribute('role', 'tab')
  button.setAttribute('aria-controls', `panel-${name}`)
  button.append(make('span', '', label), ' ', count)
  count.hidden = true
  panel.id = `panel-${name}`
  panel.tabIndex = 0
  panel.setAttribute('role', 'tabpanel')
  panel.setAttribute('aria-labelledby', button.id)
  panel.append(content)
  return { name, button, count, panel }
}

const showCount = (count: HTMLElement, entries: number | undefined): void => {
  count.hidden = entries === undefined
  setText(count, entries === undefined ? '' : String(entries))
}

/** Builds tabs, with tools between them and what they show, as the ARIA Authoring Practices describe them: one tab stop, arrow keys, Home and End. */
export const createTabs = <Name extends string>(
  label: string,
  list: readonly [Tab<Name>, ...Tab<Name>[]],
  tools: HTMLElement,
  onSelect: () => void,
): Tabs<Name> => {
  const element = make('div', 'tabs')
  const bar = make('div', 'tab-list')
  const tabs = list.map(createTab)
  let current: Name = list[0].name
  const show = (): void => {
    for (const { name, button, panel } of tabs) {
      const isSelected = name === current
      button.setAttribute('aria-selected', String(isSelected))
      button.tabIndex = isSelected ? 0 : -1
      button.part.toggle('tab-selected', isSelected)
      panel.hidden = !isSelected
    }
  }
  const select = (name: Name): void => {
    current = name
    show()
    onSelect()
  }
  const focus = (): void => tabs.find(({ name }) => name === current)?.button.focus()
  bar.setAttribute('role', 'tablist')
  bar.setAttribute('aria-label', label)
  for (const { name, button } of tabs) button.addEventListener('click', () => select(name))
  bar.addEventListener('keydown', (event) => {
    const next = tabs[stepFrom(tabs.map(({ name }) => name).indexOf(current), event.key, tabs.length)]
    if (next === undefined) return
    event.preventDefault()
    select(next.name)
    focus()
  })
  bar.append(...tabs.map(({ button }) => button))
  element.append(bar, tools, ...tabs.map(({ panel }) => panel))
  show()
  return {
    element,
    selected: () => current,
    select,
    focus,
    count: (name, entries) => {
      const tab = tabs.find((known) => known.name === name)
      if (tab !== undefined) showCount(tab.count, entries)
    },
  }
}

/** Tabs that the page's own HTML describes by its roles: one tab stop, arrow keys, Home and End. */
export interface Tabs {
  readonly select: (tab: HTMLElement) => void
}

const STEPS: Readonly<Record<string, (index: number, length: number) => number>> = {
  ArrowRight: (index, length) => (index + 1) % length,
  ArrowLeft: (index, length) => (index + length - 1) % length,
  Home: () => 0,
  End: (_, length) => length - 1,
}

/** Makes the tabs of a tab list work. Their panels are named by `aria-controls`. */
export const bindTabs = (list: HTMLElement): Tabs => {
  const tabs = [...list.querySelectorAll<HTMLElement>('[role="tab"]')]
  const select = (tab: HTMLElement): void => {
    for (const one of tabs) {
      const panel = document.getElementById(one.getAttribute('aria-controls') ?? '')
      one.setAttribute('aria-selected', String(one === tab))
      one.tabIndex = one === tab ? 0 : -1
      if (panel !== null) panel.hidden = one !== tab
    }
  }
  for (const tab of tabs) tab.addEventListener('click', () => select(tab))
  list.addEventListener('keydown', (event) => {
    const index = tabs.findIndex((tab) => tab === event.target)
    const next = tabs[STEPS[event.key]?.(index, tabs.length) ?? -1]
    if (next === undefined) return
    event.preventDefault()
    select(next)
    next.focus()
  })
  return { select }
}

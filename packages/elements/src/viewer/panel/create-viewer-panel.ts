import type { Language } from '@candor/practices'

import { make, makeButton } from '../../dom/make.js'
import { saveFile } from '../../dom/save-file.js'
import { describeDiagnostics, describeViewer } from '../describe-viewer.js'
import { LISTS, type ListName, type Query } from '../entry.js'
import { toExport } from '../to-export.js'
import { viewerText, type ViewerTextName } from '../texts/viewer-texts.js'
import { takeSnapshot } from '../viewer-source.js'
import { createDeviceSection } from './create-device-section.js'
import { createDiagnosticsPanel } from './create-diagnostics.js'
import { createList, type List } from './create-list.js'
import { createServiceSection } from './create-service-section.js'
import { createTabs } from './create-tabs.js'
import { createToolbar } from './create-toolbar.js'
import type { ViewerParts } from './viewer-parts.js'

/** Entries that a list shows at first, and again with each press on its button for more. */
const PAGE = 20

/** The tabs of the viewer. */
export type ViewerTab = ListName | 'diagnostics' | 'erase'

/** The viewer on the page. */
export interface ViewerPanel {
  /** Shows what is on the device now; where the person paused that, only what they asked for themselves. */
  refresh(by: 'time' | 'person'): void
  select(tab: ViewerTab): void
  focus(): void
  readonly selected: () => ViewerTab
  /** Asks the service nothing any more. */
  stop(): void
}

const LIST_NOTES = { next: 'noteNext', sent: 'noteSent', unsent: 'noteUnsent' } as const

const createIntro = ({ candor, source }: ViewerParts): readonly HTMLElement[] => {
  const { endpoint } = candor.connection
  const goes =
    endpoint === ''
      ? viewerText('noService', source.language)
      : `${viewerText('sentTo', source.language)} ${endpoint}`
  return [make('p', 'intro', viewerText('intro', source.language)), make('p', 'endpoint', goes)]
}

const createFailure = (text: (name: ViewerTextName) => string, retry: () => void) => {
  const element = make('div', 'failure')
  const button = makeButton('retry', retry)
  button.textContent = text('retry')
  element.setAttribute('role', 'alert')
  element.append(make('p', 'failure-text', text('failed')), button)
  element.hidden = true
  return element
}

type Limits = Record<ListName, number>

const createLists = (
  language: Language,
  limits: Limits,
  refresh: () => void,
): Readonly<Record<ListName, List>> => {
  const create = (name: ListName): List =>
    createList(LIST_NOTES[name], language, () => {
      limits[name] += PAGE
      refresh()
    })
  return { next: create('next'), sent: create('sent'), unsent: create('unsent') }
}

const exportShown = ({ candor, source, root, announce, now }: ViewerParts, query: Query): void => {
  const name = `candor-${new Date(now()).toISOString().slice(0, 10)}.jsonl`
  const text = toExport(source, takeSnapshot(candor), query, now())
  saveFile(root, { name, type: 'application/x-ndjson', text })
  announce(`${viewerText('exported', source.language)}: ${name}`)
}

/** Builds what each tab shows. */
const createContents = (parts: ViewerParts, limits: Limits, tools: HTMLElement, refresh: () => void) => {
  const { language } = parts.source
  const lists = createLists(language, limits, refresh)
  const diagnostics = createDiagnosticsPanel(language)
  const service = createServiceSection(parts)
  const erase = make('div', 'erase-panel')
  erase.append(createDeviceSection(parts, refresh), service.element)
  const tab = (name: ViewerTab, text: ViewerTextName, content: HTMLElement) => ({
    name,
    label: viewerText(text, language),
    content,
  })
  const tabs = createTabs<ViewerTab>(
    viewerText('name', language),
    [
      tab('next', 'tabNext', lists.next.element),
      tab('sent', 'tabSent', lists.sent.element),
      tab('unsent', 'tabUnsent', lists.unsent.element),
      tab('diagnostics', 'tabDiagnostics', diagnostics.element),
      tab('erase', 'tabErase', erase),
    ],
    tools,
    refresh,
  )
  return { lists, diagnostics, service, tabs }
}

/** Builds the viewer in a root: tools, tabs with a list each, the counts, and what may be erased and asked. */
export const createViewerPanel = (parts: ViewerParts): ViewerPanel => {
  const { candor, source, root } = parts
  const limits: Limits = { next: PAGE, sent: PAGE, unsent: PAGE }
  const byPerson = (): void => refresh('person')
  const toolbar = createToolbar(source, {
    change: byPerson,
    exportShown: () => exportShown(parts, toolbar.query()),
  })
  const { lists, diagnostics, service, tabs } = createContents(parts, limits, toolbar.element, byPerson)
  const failure = createFailure((name) => viewerText(name, source.language), byPerson)
  const draw = (): void => {
    const view = describeViewer(source, takeSnapshot(candor), toolbar.query(), limits)
    toolbar.element.hidden = !LISTS.some((name) => name === tabs.selected())
    for (const name of LISTS) {
      tabs.count(name, view[name].total)
      if (tabs.selected() === name) lists[name].show(view[name])
    }
    diagnostics.show(describeDiagnostics(candor.diagnostics(), source.language))
    service.refresh()
  }
  const refresh: ViewerPanel['refresh'] = (by) => {
    if (by === 'time' && toolbar.isPaused()) return
    try {
      draw()
      failure.hidden = true
    } catch {
      failure.hidden = false
    }
  }
  const element = make('div', 'viewer')
  element.append(...createIntro(parts), failure, tabs.element)
  root.append(element)
  byPerson()
  const { select, focus, selected } = tabs
  return { refresh, select, focus, selected, stop: service.stop }
}

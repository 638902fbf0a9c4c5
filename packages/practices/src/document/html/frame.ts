import { LANGUAGES, type Language } from '../../language.js'
import { textsOf } from '../texts/texts-of.js'
import type { PracticesView } from '../view/practices-view.js'
import { codeHtml, escapeHtml } from './escape.js'

const languageLink = (language: Language, { language: current, product }: PracticesView): string => {
  const name = escapeHtml(textsOf(language).languageName)
  if (language === current) return `<li><span aria-current="true" lang="${language}">${name}</span></li>`
  return `<li><a href="?product=${product}&amp;lang=${language}" hreflang="${language}" lang="${language}" rel="alternate">${name}</a></li>`
}

/** The top line: the way home and the other languages. */
export const headerHtml = (view: PracticesView): string => `<header class="top">
<a class="brand" href="/" translate="no">Candor</a>
<nav aria-label="${escapeHtml(view.texts.languages)}"><ul>
${LANGUAGES.map((other) => languageLink(other, view)).join('\n')}
</ul></nav>
</header>`

/** The table of contents. */
export const contentsHtml = ({ categories, remarks, texts }: PracticesView): string => {
  const entries = categories.map(
    ({ category, label }) => `<li class="${category}"><a href="#${category}">${escapeHtml(label)}</a>
<ul><li><a href="#${category}-control">${escapeHtml(texts.whoControls)}</a></li></ul></li>`,
  )
  if (remarks.length > 0)
    entries.push(`<li><a href="#remarks">${escapeHtml(texts.remarksTitle(remarks.length))}</a></li>`)
  return `<nav class="contents" aria-labelledby="contents-title">
<h2 id="contents-title">${escapeHtml(texts.contents)}</h2>
<ol>
${entries.join('\n')}
</ol>
</nav>`
}

/** The last lines: which version this is, and where it comes from. */
export const footerHtml = ({ id, product, fingerprint, language, texts }: PracticesView): string => `<footer>
<dl>
<div><dt>${escapeHtml(texts.version)}</dt><dd>${codeHtml(id)}</dd></div>
<div><dt>${escapeHtml(texts.fingerprint)}</dt><dd>${codeHtml(fingerprint)} <span class="fine">${escapeHtml(texts.fingerprintMeaning)}</span></dd></div>
<div><dt>${escapeHtml(texts.otherFormats)}</dt><dd><a href="/practices.md?product=${product}&amp;lang=${language}" translate="no">Markdown</a>, <a href="/practices.json?product=${product}" translate="no">JSON</a></dd></div>
</dl>
<p class="fine">${escapeHtml(texts.generated)}</p>
</footer>`

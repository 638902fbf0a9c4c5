import type { Practices } from '../../practices.js'
import { plainText } from '../phrase.js'
import { PRACTICES_STYLE } from '../style/practices-style.js'
import { viewPractices, type DocumentOptions } from '../view/practices-view.js'
import { escapeHtml, phraseHtml } from './escape.js'
import { contentsHtml, footerHtml, headerHtml } from './frame.js'
import { categoriesHtml, categoryHtml, remarksHtml } from './sections.js'

/**
 * The published data collection practices as one HTML page: no script, nothing loaded, one style element whose text is
 * PRACTICES_STYLE. A content security policy of `default-src 'none'; style-src 'sha256-...'` (its hash) is enough.
 */
export const renderPracticesHtml = (practices: Practices, options: DocumentOptions): string => {
  const view = viewPractices(practices, options)
  const { language, texts, title, summary, categories } = view
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${escapeHtml(plainText(summary))}">
<title>${escapeHtml(title)}</title>
<style>${PRACTICES_STYLE}</style>
</head>
<body>
<a class="skip" href="#content">${escapeHtml(texts.skipToContent)}</a>
${headerHtml(view)}
<div class="page">
${contentsHtml(view)}
<main id="content" tabindex="-1">
<h1>${escapeHtml(title)}</h1>
<p class="lead">${phraseHtml(summary)}</p>
${categoriesHtml(view)}
${categories.map((category) => categoryHtml(category, texts)).join('\n')}
${remarksHtml(view)}
</main>
</div>
${footerHtml(view)}
</body>
</html>
`
}

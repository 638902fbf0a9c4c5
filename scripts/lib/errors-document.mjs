/**
 * The text of docs/errors.md for the table of coded errors.
 * @param {Readonly<Record<string, { status: number, title: { en: string }, remedy: { en: string } }>>} errors
 */
export const errorsDocument = (errors) => {
  const rows = Object.entries(errors)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { status, title, remedy }]) => `| \`${code}\` | ${status} | ${title.en} | ${remedy.en} |`)
  return `# Errors and refusals

Every error and refusal has a code. Over HTTP, whole-request faults are problem documents (RFC 9457) with \`code\` and
\`remedy\`; a refused report is named in the answer's \`refused\` list with the same codes. 429 and 503 carry \`Retry-After\`.
This page is written from \`packages/practices/src/errors.ts\` by \`node scripts/write-errors-doc.mjs\` and tested against it.

| Code | Status | What it means | The way out |
| --- | --- | --- | --- |
${rows.join('\n')}
`
}

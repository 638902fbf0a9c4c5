import openapiTypes, { astToString } from 'openapi-typescript'

/** @typedef {{ kind: string, roles?: readonly string[], organisationIn?: string }} Access */
/** @typedef {{ summary: string, tags: readonly string[], 'x-access': Access, requestBody?: object, parameters: readonly { in: string, name: string, required: boolean }[], responses: Readonly<Record<string, object>> }} Operation */
/** @typedef {{ paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> }} ApiDocument */

const HEADER = `/* eslint-disable */
// Written from the contract of packages/server/src/api by \`npm run api\`; a test holds them together.
`

/**
 * The types of the web client for an OpenAPI document.
 *
 * @param {ApiDocument} document
 */
export async function apiTypes(document) {
  const nodes = await openapiTypes(/** @type {never} */ (structuredClone(document)), { alphabetize: true })
  return HEADER + astToString(nodes)
}

/** @param {Access} access */
function accessText({ kind, roles = [], organisationIn }) {
  if (kind === 'everybody') return 'everybody'
  if (kind === 'signed-in') return 'whoever is signed in'
  const names = roles.map((role) =>
    role === 'organisation-admin' && organisationIn !== undefined
      ? `organisation-admin (theirs, in the ${organisationIn})`
      : role,
  )
  return (kind === 'insights' ? 'everybody where insights are open, else ' : '') + names.join(', ')
}

/** @param {object | undefined} content */
function shapeText(content) {
  const text = JSON.stringify(content ?? {})
  const names = [
    ...new Set([...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name = '']) => name)),
  ]
  return names.map((name) => `\`${name}\``).join(', ')
}

/**
 * The tables of docs/api.md: every route with its roles and the named shapes that it takes and answers.
 *
 * @param {ApiDocument} document
 */
function apiTables({ paths }) {
  /** @type {Map<string, string[]>} */
  const rows = new Map()
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const [tag = ''] = operation.tags
      const { default: _problem, ...answers } = operation.responses
      const query = operation.parameters
        .filter((each) => each.in === 'query')
        .map(({ name, required }) => `${name}${required ? '' : '?'}`)
      const place = `\`${method.toUpperCase()} ${path}\`${query.length === 0 ? '' : ` (${query.join(', ')})`}`
      const cells = [
        place,
        operation.summary,
        accessText(operation['x-access']),
        shapeText(operation.requestBody),
        shapeText(answers),
      ]
      rows.set(tag, [
        ...(rows.get(tag) ?? []),
        `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`,
      ])
    }
  }
  return [...rows]
    .map(
      ([tag, lines]) =>
        `### ${tag}\n\n| route | what it does | who | takes | answers |\n| --- | --- | --- | --- | --- |\n${lines.join('\n')}\n`,
    )
    .join('\n')
}

const BEGIN = '<!-- routes: written by npm run api -->'
const END = '<!-- end of routes -->'

/**
 * docs/api.md with its tables as they are now.
 *
 * @param {string} page
 * @param {ApiDocument} document
 */
export function withTables(page, document) {
  const [before = ''] = page.split(BEGIN)
  const [, after = ''] = page.split(END)
  return `${before}${BEGIN}\n\n${apiTables(document)}\n${END}${after}`
}

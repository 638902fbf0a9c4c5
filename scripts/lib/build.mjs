import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { hashFiles } from './hash-files.mjs'
import { ROOT } from './root.mjs'
import { runCommand } from './run-command.mjs'
import { listFiles } from './source-files.mjs'
import { toolCommand } from './tool-command.mjs'
import { listWorkspaces, withDependencies } from './workspaces.mjs'

/** @typedef {import('./workspaces.mjs').Workspace} Workspace */

/** Kept in a workspace's dist: what its pages were last bundled from. */
const STAMP = '.candor-pages-hash'
const VITE_CONFIG = 'vite.config.ts'
const COMMON_INPUTS = ['package-lock.json', 'tsconfig.base.json']

/**
 * Compiles every workspace, then bundles the pages of those that changed.
 *
 * @returns {Promise<void>} rejects when a step fails; its own output says why
 */
export async function build() {
  const workspaces = listWorkspaces(ROOT)
  await compile(workspaces)
  for (const workspace of workspaces) {
    if (existsSync(join(ROOT, workspace.folder, VITE_CONFIG))) await bundle(workspace, workspaces)
  }
}

/**
 * Compiles one workspace and what it needs, without those that need it.
 *
 * @param {string} folder such as `packages/server`
 * @returns {Promise<void>} rejects when a step fails; its own output says why
 */
export async function compileAlone(folder) {
  await compile(listWorkspaces(ROOT).filter((workspace) => workspace.folder === folder))
}

/** @param {readonly Workspace[]} workspaces */
async function compile(workspaces) {
  const folders = workspaces
    .map(({ folder }) => folder)
    .filter(
      (folder) =>
        existsSync(join(ROOT, folder, 'tsconfig.json')) && listFiles(ROOT, `${folder}/src`).length > 0,
    )
  if (folders.length === 0) {
    throw new Error('nothing to compile: no workspace has a tsconfig.json and sources')
  }
  console.log(`compiling ${folders.length} workspaces ...`)
  await succeed('tsc -b', [...toolCommand('typescript', 'tsc'), '-b', ...folders])
}

/**
 * @param {Workspace} workspace
 * @param {readonly Workspace[]} all
 */
async function bundle(workspace, all) {
  const dist = join(ROOT, workspace.folder, 'dist')
  const hash = hashInputs(workspace, all)
  if (existsSync(join(dist, STAMP)) && readFileSync(join(dist, STAMP), 'utf8') === hash) return
  console.log(`bundling ${workspace.folder} ...`)
  const hadTypes = existsSync(join(dist, '.tsbuildinfo'))
  const cwd = join(ROOT, workspace.folder)
  await succeed('vite build', [...toolCommand('vite'), 'build', '--logLevel', 'warn'], { cwd })
  if (hadTypes && !existsSync(join(dist, '.tsbuildinfo'))) {
    throw new Error(`${workspace.folder}/${VITE_CONFIG}: build.outDir must be a folder of its own below dist`)
  }
  mkdirSync(dist, { recursive: true })
  writeFileSync(join(dist, STAMP), hash)
}

/**
 * @param {Workspace} workspace
 * @param {readonly Workspace[]} all
 */
function hashInputs(workspace, all) {
  const own = withDependencies(workspace, all).flatMap(({ folder }) => listFiles(ROOT, folder))
  return hashFiles(
    ROOT,
    [...COMMON_INPUTS, ...own.filter((path) => !path.includes('.test.'))],
    [process.version],
  )
}

/**
 * @param {string} what
 * @param {readonly string[]} command
 * @param {import('./run-command.mjs').CommandOptions} [options]
 */
async function succeed(what, command, options) {
  const { code } = await runCommand(command, options)
  if (code !== 0) throw new Error(`${what} failed (exit code ${code})`)
}

import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'

import { CandorError } from '@candor/practices'

// The layout of LMDB's files (lmdb.h, mdb.c of version 1.0, as lmdb 3.5 for Node builds it), little-endian. What a page says of
// places in itself is counted from the end of its head.
const PAGE = { number: 0, flags: 18, lower: 20, upper: 22, nodes: 24 } as const
const META = {
  magic: 24,
  version: 28,
  pageSize: 48,
  freeRoot: 88,
  mainRoot: 136,
  lastPage: 144,
  transaction: 152,
} as const
const NODE = { flags: 4, keySize: 6, head: 8 } as const
const MAGIC = 0xbeefc0de
const VERSION = 2
const BRANCH = 1
const LEAF = 2
const OVERFLOW = 4
const LARGE_VALUE = 1
const SUB_TREE = 2
const ROOT_IN_SUB_TREE = 40
const NO_PAGE = 0xffff_ffff_ffff_ffffn
const PAGE_NUMBER_BYTES = 8
const LEAST_PAGE_BYTES = 4096

interface Pages {
  readonly bytes: number
  /** A page, whose number and kind stand in it. */
  read(page: number, kinds: number): Buffer
  /** So many bytes of a value that fills pages of its own. */
  readValue(page: number, length: number): Buffer
}

const damaged = (fault: string, page: number): CandorError =>
  new CandorError('CANDOR_SPOOL_DAMAGED', { fault, page })

const openPages = (file: number, bytes: number): Pages => {
  const size = fstatSync(file).size
  const readAt = (page: number, length: number): Buffer => {
    if (page < 2 || page * bytes + length > size) throw damaged('a page lies outside of the file', page)
    const buffer = Buffer.allocUnsafe(length)
    readSync(file, buffer, 0, length, page * bytes)
    return buffer
  }
  const read = (page: number, kinds: number): Buffer => {
    const buffer = readAt(page, bytes)
    const isItself = Number(buffer.readBigUInt64LE(PAGE.number)) === page
    if (!isItself || (buffer.readUInt16LE(PAGE.flags) & kinds) === 0)
      throw damaged('a page is not what it says', page)
    return buffer
  }
  return {
    bytes,
    read,
    readValue: (page, length) => {
      read(page, OVERFLOW)
      return readAt(page, PAGE.nodes + length).subarray(PAGE.nodes)
    },
  }
}

/** A list of free pages, which names pages of the file alone: its length, then the pages. 0 stands for none, less for the length of a run. */
const checkFreeList = (list: Buffer, lastPage: number): void => {
  const count = Number(list.readBigUInt64LE(0))
  for (let at = 1; at <= count; at += 1) {
    const page = list.readBigInt64LE(at * PAGE_NUMBER_BYTES)
    if (page === 1n || page > BigInt(lastPage) || -page > BigInt(lastPage))
      throw new RangeError('a free page lies outside of the file')
  }
}

/** A tree that is looked at: that of the free pages, or another. */
interface Tree {
  readonly pages: Pages
  readonly lastPage: number
  readonly holds: 'values' | 'free-pages'
}

const checkLeafNode = (tree: Tree, page: Buffer, at: number): void => {
  const length = page.readUInt32LE(at)
  const flags = page.readUInt16LE(at + NODE.flags)
  const data = at + NODE.head + page.readUInt16LE(at + NODE.keySize)
  if ((flags & SUB_TREE) !== 0) return checkTree(tree, page.readBigUInt64LE(data + ROOT_IN_SUB_TREE))
  const isLarge = (flags & LARGE_VALUE) !== 0
  if (!isLarge && data + length > page.length) throw new RangeError('a value leaves its page')
  const value = isLarge
    ? tree.pages.readValue(Number(page.readBigUInt64LE(data)), length)
    : page.subarray(data, data + length)
  if (tree.holds === 'free-pages') checkFreeList(value, tree.lastPage)
}

const checkNodes = (tree: Tree, page: Buffer): void => {
  const [lower, upper] = [page.readUInt16LE(PAGE.lower), page.readUInt16LE(PAGE.upper)]
  if (lower > upper || PAGE.nodes + upper > page.length) throw new RangeError('the nodes leave their page')
  const isLeaf = (page.readUInt16LE(PAGE.flags) & LEAF) !== 0
  for (let node = 0; node < lower; node += 2) {
    const at = PAGE.nodes + page.readUInt16LE(PAGE.nodes + node)
    if (isLeaf) checkLeafNode(tree, page, at)
    else checkTree(tree, BigInt(page.readUInt32LE(at)) | (BigInt(page.readUInt16LE(at + NODE.flags)) << 32n))
  }
}

function checkTree(tree: Tree, root: bigint): void {
  if (root === NO_PAGE) return
  try {
    checkNodes(tree, tree.pages.read(Number(root), BRANCH | LEAF))
  } catch (error) {
    throw error instanceof CandorError ? error : damaged('a page is not whole', Number(root))
  }
}

/** The first two pages, which name the last two commits; the database needs both. */
const readMetas = (file: number): readonly Buffer[] => {
  const first = Buffer.alloc(LEAST_PAGE_BYTES)
  readSync(file, first, 0, LEAST_PAGE_BYTES, 0)
  const second = Buffer.alloc(LEAST_PAGE_BYTES)
  readSync(file, second, 0, LEAST_PAGE_BYTES, Math.max(LEAST_PAGE_BYTES, first.readUInt32LE(META.pageSize)))
  const metas = [first, second]
  const broken = metas.findIndex((meta) => meta.readUInt32LE(META.magic) !== MAGIC)
  if (broken >= 0) throw damaged('the first pages are not those of a spool', broken)
  return metas.toSorted((a, b) =>
    Number(b.readBigUInt64LE(META.transaction) - a.readBigUInt64LE(META.transaction)),
  )
}

/**
 * Looks whether every page of a spool's last commit is there and is one; the database itself would end the process where
 * one is not. To be called while no process writes. Throws CANDOR_SPOOL_DAMAGED.
 */
export const checkSpoolPages = (folder: string): void => {
  const path = join(folder, 'data.mdb')
  if (!existsSync(path)) return
  const file = openSync(path, 'r')
  try {
    if (fstatSync(file).size === 0) return
    const [meta] = readMetas(file)
    if (meta?.readUInt32LE(META.version) !== VERSION) return
    const pages = openPages(file, meta.readUInt32LE(META.pageSize))
    const lastPage = Number(meta.readBigUInt64LE(META.lastPage))
    checkTree({ pages, lastPage, holds: 'free-pages' }, meta.readBigUInt64LE(META.freeRoot))
    checkTree({ pages, lastPage, holds: 'values' }, meta.readBigUInt64LE(META.mainRoot))
  } finally {
    closeSync(file)
  }
}

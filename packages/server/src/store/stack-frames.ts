/** A frame of a stack, reduced to what tells a place in the code and nothing of the machine or the user. */
export interface StackFrame {
  /** `(unnamed)` where the stack names none. */
  readonly functionName: string
  /** The file's own name: no host, no folder, no query string, and no content hash of a bundler. */
  readonly fileName: string
  readonly line: number
}

/** `at name (file:line:column)` or `at file:line:column`: V8. */
const V8_FRAME =
  /^\s*at (?:(?:async )?(?:new )?([^\s(]+)(?: \[as [^\]]+\])? \()?([^()\s][^()]*?):(\d+)(?::\d+)?\)?$/

/** `name@file:line:column`: Firefox and Safari. */
const GECKO_FRAME = /^\s*([^@\s]*)@([^\s].*?):(\d+)(?::\d+)?$/

const FOREIGN =
  /node_modules|^node:|^internal\/|^(?:chrome|moz|safari)(?:-web)?-extension:|^native$|^<anonymous>$/

/** The content hash that bundlers put before a file's extension, such as index-4fK29xQa.js. */
const BUNDLER_HASH = /[-.](?=[A-Za-z_]*\d)[A-Za-z0-9_]{8,32}(?=\.[a-z]+$)/

/** Lines that are looked at, and characters of each. */
const MAX_LINES = 64
const MAX_LINE_LENGTH = 1000

const MAX_NAME_LENGTH = 120

const fileNameOf = (location: string): string =>
  (
    location
      .replace(/[?#].*$/, '')
      .split(/[\\/]/)
      .pop() ?? ''
  )
    .replace(BUNDLER_HASH, '')
    .slice(0, MAX_NAME_LENGTH)

const parseFrame = (text: string): (StackFrame & { readonly location: string }) | undefined => {
  const [, functionName, location, line] = V8_FRAME.exec(text) ?? GECKO_FRAME.exec(text) ?? []
  if (location === undefined || line === undefined) return undefined
  const name = functionName === undefined || functionName === '' ? '(unnamed)' : functionName
  return {
    functionName: name.slice(0, MAX_NAME_LENGTH),
    fileName: fileNameOf(location),
    line: Number(line),
    location,
  }
}

/** The frames of the app's own code, innermost first; all frames where none is the app's own. */
export const inAppFrames = (stack: string): readonly StackFrame[] => {
  const frames = stack
    .split('\n', MAX_LINES)
    .flatMap((text) => parseFrame(text.slice(0, MAX_LINE_LENGTH)) ?? [])
  const own = frames.filter(({ location }) => !FOREIGN.test(location))
  return (own.length > 0 ? own : frames).map(({ functionName, fileName, line }) => ({
    functionName,
    fileName,
    line,
  }))
}

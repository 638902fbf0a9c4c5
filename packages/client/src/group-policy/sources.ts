/** How a program ended, and what it wrote. */
export interface Ended {
  readonly exitCode: number
  /** Its standard output, a character a byte: the code page is not known and not needed. */
  readonly output: string
}

/** What is known of a file or a folder without reading it. */
export interface FileFacts {
  readonly kind: 'file' | 'folder' | 'other'
  readonly ownerId: number
  /** The permission bits, the sticky one included. */
  readonly mode: number
  readonly sizeBytes: number
}

/** Runs a program without a shell. Rejects where it cannot be started or does not end in time. */
export type Run = (program: string, args: readonly string[]) => Promise<Ended>

/** The files of a device. Everything rejects where it cannot be done; an absent file is undefined in realPath alone. */
export interface PolicyFiles {
  /** The path without symbolic links; undefined where there is nothing. */
  realPath(path: string): Promise<string | undefined>
  stat(path: string): Promise<FileFacts>
  /** The names in a folder. */
  list(path: string): Promise<readonly string[]>
  readFile(path: string): Promise<Uint8Array>
}

/** All that reading a device's policy needs of it. */
export interface PolicySources {
  readonly run: Run
  readonly files: PolicyFiles
  /** The login name of the user who runs this, or undefined where there is none. */
  readonly userName: () => string | undefined
}

/** The code of an error of the file system, such as ENOENT. */
export const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException).code)

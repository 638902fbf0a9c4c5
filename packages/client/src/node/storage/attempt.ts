/** Runs something that the disk may refuse, or another process has done already, without harm. */
export const attempt = (run: () => void): void => {
  try {
    run()
  } catch {
    // Nothing depends on it.
  }
}

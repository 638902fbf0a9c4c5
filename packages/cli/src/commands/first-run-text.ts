/** What the console shows while there is no operator: the link that makes one. Empty where there is one. */
export const firstRunText = (link: string | undefined): string =>
  link === undefined
    ? ''
    : `No operator has an account yet. This link makes one, once, within a day:\n  ${link}\n`

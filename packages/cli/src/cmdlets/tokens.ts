/** A piece of a cmdlet's command line: a parameter's name, with the value that a colon joined to it, or a value. */
export type Token =
  | { readonly kind: 'parameter'; readonly name: string; readonly joined?: string }
  | { readonly kind: 'value'; readonly text: string }

/** PowerShell takes an en dash, an em dash and a horizontal bar for a hyphen, since word processors make them of it. */
const PARAMETER = /^[-\u2013\u2014\u2015]([-A-Za-z?_][^:]*)(?::(.*))?$/su

/** The pieces of a cmdlet's arguments, as the shell handed them over. A dash before a digit begins a value. */
export const tokenise = (args: readonly string[]): readonly Token[] =>
  args.map((argument): Token => {
    const match = PARAMETER.exec(argument)
    if (match === null) return { kind: 'value', text: argument }
    const [, name = '', joined] = match
    return { kind: 'parameter', name, ...(joined !== undefined && { joined }) }
  })

/** When a sign-in has to be renewed, as the service writes times. */
const renewalOf = (lifetimeSeconds: number): string => new Date(lifetimeSeconds * 1000).toISOString()

/** Renews a sign-in before it ends. */
export const renewSignIn = (lifetime: string): string => renewalOf(Number(lifetime))

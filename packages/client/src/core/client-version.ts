/** The version of this package, which its package.json names too. */
export const CLIENT_VERSION = '0.1.0'

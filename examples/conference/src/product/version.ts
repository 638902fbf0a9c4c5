/** The version of the product. */
export const APP_VERSION = '16.0.4266'

/** Whether a value is one that a data type can hold. */
export type Validator = (value: unknown) => boolean

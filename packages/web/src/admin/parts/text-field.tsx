import { TextInput } from '@mantine/core'
import type { ReactElement } from 'react'

/** A text that must be given. */
export const TextField = ({
  label,
  hint,
  value,
  maxLength,
  type = 'text',
  autoComplete = 'off',
  minLength,
  onType,
}: {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly maxLength: number
  readonly minLength?: number
  readonly type?: 'text' | 'email' | 'password'
  readonly autoComplete?: string
  readonly onType: (value: string) => void
}): ReactElement => (
  <TextInput
    label={label}
    description={hint}
    type={type}
    required
    withAsterisk={false}
    autoComplete={autoComplete}
    maxLength={maxLength}
    minLength={minLength}
    value={value}
    onChange={({ currentTarget }) => onType(currentTarget.value)}
  />
)

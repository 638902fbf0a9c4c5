import { TextInput } from '@mantine/core'
import { useEffect, useRef, type ReactElement } from 'react'

/** A text that must be given. */
export const TextField = ({
  label,
  hint,
  value,
  maxLength,
  type = 'text',
  autoComplete = 'off',
  minLength,
  access = 'write',
  focus = 'by-hand',
  onType,
}: {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly maxLength: number
  readonly minLength?: number
  readonly type?: 'text' | 'email' | 'password'
  readonly autoComplete?: string
  readonly access?: 'write' | 'read'
  /** at-once: it takes the place of what had the focus. */
  readonly focus?: 'at-once' | 'by-hand'
  readonly onType: (value: string) => void
}): ReactElement => {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focus === 'at-once') field.current?.focus()
  }, [focus])
  return (
    <TextInput
      ref={field}
      readOnly={access === 'read'}
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
}

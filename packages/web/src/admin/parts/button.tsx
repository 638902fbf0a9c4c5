import type { ComponentPropsWithoutRef, ReactElement } from 'react'

import classes from './admin.module.css'

/**
 * A button. Busy ones keep the focus and do nothing, since a disabled one would lose it.
 */
export const Button = ({
  kind = 'plain',
  state = 'ready',
  type = 'button',
  onClick,
  ...rest
}: Omit<ComponentPropsWithoutRef<'button'>, 'className' | 'disabled'> & {
  readonly kind?: 'primary' | 'plain' | 'danger' | 'quiet'
  readonly state?: 'ready' | 'busy'
}): ReactElement => (
  <button
    {...rest}
    type={type === 'submit' ? 'submit' : 'button'}
    className={classes['button']}
    data-kind={kind}
    aria-disabled={state === 'busy'}
    onClick={(event) => {
      if (state === 'busy') event.preventDefault()
      else onClick?.(event)
    }}
  />
)

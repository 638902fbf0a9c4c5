import type { ReactElement } from 'react'
import { encode } from 'uqr'

import classes from './qr-code.module.css'

/** Light modules around the code: readers need them (ISO/IEC 18004). */
const QUIET_MODULES = 4

/** A text as a QR code (ISO/IEC 18004), dark on light in every look, since not every reader takes the opposite. */
export const QrCode = ({ text, label }: { readonly text: string; readonly label: string }): ReactElement => {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_MODULES })
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg
      className={classes['code']}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path.join('')} />
    </svg>
  )
}

import type { Shape } from '../api/api.js'

/** An alert that fires and one that is quiet. */
export const fakeAlerts = (): Shape<'Alert'>[] => [
  {
    id: 'w1',
    product: 'skype-teams',
    name: 'Sign-in is down',
    language: 'en',
    rule: { kind: 'under', figure: 'sign-in-success', period: 'day', limit: 95 },
    channels: [
      { kind: 'web-hook', to: 'https://hooks.contoso.com' },
      { kind: 'e-mail', to: 'on-call@contoso.com' },
    ],
    state: 'firing',
    since: '2026-11-22T10:00:00Z',
    value: 91.4,
    checkedAt: '2026-11-22T12:00:00Z',
    waiting: 1,
    undelivered: 2,
  },
  {
    id: 'w2',
    product: 'skype-teams',
    name: 'Nobody is heard',
    language: 'es',
    rule: { kind: 'silence', category: 'usage', hours: 6 },
    channels: [{ kind: 'e-mail', to: 'on-call@contoso.com' }],
    state: 'quiet',
    since: '2026-11-20T10:00:00Z',
    value: null,
    checkedAt: null,
    waiting: 0,
    undelivered: 0,
  },
]

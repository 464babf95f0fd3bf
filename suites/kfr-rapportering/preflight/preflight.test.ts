import { describe, expect, it } from 'vitest'
import type { SeenRequest } from '../../../contracts/control/protocol.ts'
import { registerReached } from './preflight.ts'

const at = '2026-11-20T08:00:00.000Z'
const call = (status: number, operation: 'own' | 'handshake' = 'own'): SeenRequest => ({
  party: 'kfr',
  at,
  method: 'GET',
  path: '/',
  status,
  kfr: { operation, token: null, problems: [] },
})
const grant = { clientId: null, alg: null, kid: null, certificates: 1, certificate: null, audience: 'another' } as const
const refused: SeenRequest = {
  party: 'maskinporten',
  at,
  method: 'POST',
  path: '/token',
  status: 400,
  maskinporten: { ...grant, scopes: [], issued: null, notBefore: null, expires: null },
}

describe('whether a bank reaches the register', () => {
  it.each([
    ['a call that was answered', [call(200)], null, 'ok'],
    ['a connection that came to nothing', [call(200), call(0, 'handshake')], null, 'problem'],
    ['a token of somebody else', [call(401)], true, 'problem'],
    ['a refusal', [call(403)], true, 'problem'],
    ['a grant that was refused', [refused], true, 'problem'],
    ['a hook that did nothing', [], true, 'problem'],
    ['a hook that failed', [], false, 'warning'],
    ['nothing', [], null, 'unknown'],
  ] as const)('is told by %s', (_what, seen, called, state) =>
    expect(registerReached(seen, called)).toMatchObject({ state }),
  )
})

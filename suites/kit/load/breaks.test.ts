import { describe, expect, it } from 'vitest'
import { errorOf } from './breaks.ts'

const broken = (code: string) => Object.assign(new Error(code), { code })
const all = (...codes: readonly string[]) => Object.assign(new AggregateError(codes.map(broken)), { code: codes[0] })

describe('what a request breaks of', () => {
  it.each([
    ['no socket left here', broken('EMFILE'), 'unsent'],
    ['no network here', broken('ENETUNREACH'), 'unsent'],
    ['a resolver that does not answer', broken('EAI_AGAIN'), 'unsent'],
    ['a name that nobody has', broken('ENOTFOUND'), 'dns'],
    ['a refusal', broken('ECONNREFUSED'), 'refused'],
    ['no way to one address, and a refusal by the other', all('ENETUNREACH', 'ECONNREFUSED'), 'refused'],
    ['no way to any address', all('ENETUNREACH', 'ENETDOWN'), 'unsent'],
  ] as const)('%s', (_what, error, said) => expect(errorOf(error)).toBe(said))
})

import { deflatedBlanks, seal, sealedUnder } from '../jwe.ts'
import type { HostileKind } from '../kind.ts'
import { answer, jose } from '../wire.ts'

/** Sealed bodies that cost whoever opens them (RFC 7518 §8.1, RFC 7516 §4.1.3). */

const under = (header: Readonly<Record<string, unknown>>) => sealedUnder(JSON.stringify(header))

export const sealedKinds: readonly HostileKind[] = [
  {
    id: 'hostile-jwe-huge-p2c',
    story: 'The key is to be derived from a password, in two thousand million rounds.',
    act: (socket) => {
      const rounds = { alg: 'PBES2-HS512+A256KW', enc: 'A256GCM', p2c: 2 ** 31 - 1, p2s: 'c2FsdHNhbHRzYWx0' }
      answer(socket, under(rounds), [jose])
    },
  },
  {
    id: 'hostile-jwe-unknown-alg',
    story: 'A vendor has an algorithm of its own.',
    act: (socket) => answer(socket, under({ alg: 'ROT13-OAEP', enc: 'A256GCM' }), [jose]),
  },
  {
    id: 'hostile-jwe-unknown-enc',
    story: 'A vendor has a cipher of its own.',
    act: (socket) => answer(socket, under({ alg: 'RSA-OAEP-256', enc: 'ROT13' }), [jose]),
  },
  {
    id: 'hostile-jwe-zip-bomb',
    story: 'Sealed to the right key, and a gibibyte of blanks once it is inflated.',
    act: (socket, { sealTo }) => answer(socket, seal(deflatedBlanks(1024), sealTo(), { zip: 'DEF' }), [jose]),
  },
  {
    id: 'hostile-jwe-header-is-no-json',
    story: 'Five parts, and the first is the configuration of something.',
    act: (socket) => answer(socket, sealedUnder('alg = RSA-OAEP-256'), [jose]),
  },
  {
    id: 'hostile-jwe-deep-json',
    story: 'Sealed rightly, and what it holds goes down ten thousand levels.',
    act: (socket, { sealTo }) => {
      const deep = Buffer.from(`${'['.repeat(10_000)}${']'.repeat(10_000)}`)
      answer(socket, seal(deep, sealTo()), [jose])
    },
  },
]

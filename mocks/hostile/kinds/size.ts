import { gzippedBlanks } from '../jwe.ts'
import type { HostileKind } from '../kind.ts'
import { answer, head, json, plainList, repeat } from '../wire.ts'

/** More than anybody can hold. */

const mebibyte = Buffer.alloc(1024 * 1024, ' ')

export const sizeKinds: readonly HostileKind[] = [
  {
    id: 'hostile-gigabyte',
    story: 'A query lost its where clause, and the answer is the whole table.',
    act: (socket) => {
      socket.write(head('200 OK', [json, ['Content-Length', String(1024 * mebibyte.length)]]))
      repeat(socket, mebibyte, 1024, () => socket.end())
    },
  },
  {
    id: 'hostile-junk-below-the-cap',
    story: 'The same with a table of 60 MiB, which one answer may have and a hundred answers must not keep.',
    act: (socket) => {
      socket.write(head('200 OK', [json, ['Content-Length', String(60 * mebibyte.length)]]))
      repeat(socket, mebibyte, 60, () => socket.end())
    },
  },
  {
    id: 'hostile-gzip-bomb',
    story: 'A gateway compresses although identity was asked for; a gibibyte of blanks is a megabyte on the wire.',
    act: (socket) => answer(socket, gzippedBlanks(1024), [json, ['Content-Encoding', 'gzip']]),
  },
  {
    id: 'hostile-header-of-a-megabyte',
    story: 'Somebody puts the whole session into a header.',
    act: (socket) => answer(socket, plainList, [json, ['X-Session', 'a'.repeat(mebibyte.length)]]),
  },
  {
    id: 'hostile-20000-headers',
    story: 'A loop adds a header for every hop, and the hops run in circles.',
    act: (socket) =>
      answer(socket, plainList, [
        json,
        ...Array.from({ length: 20_000 }, (_one, hop) => [`X-Hop-${hop}`, '1'] as const),
      ]),
  },
]

import type { HostileKind } from '../kind.ts'
import { answer, closing, head, json, repeat } from '../wire.ts'

/** Bodies that are whole, and that a reader should not believe without looking (RFC 8259 §4, §6, §8.1, §9). */

const deepest = 10_000
const letter = Buffer.from(`{"name":"${'å'.repeat(500_000)}"},`)
const lengthOf = (bytes: number) => ['Content-Length', String(bytes)] as const
const wideRow = '[],'.repeat(1024 * 256)

export const textKinds: readonly HostileKind[] = [
  {
    id: 'hostile-invalid-utf8',
    story: 'A name comes from a table in Latin-1 and is written as it stands.',
    act: (socket) =>
      answer(
        socket,
        Buffer.concat([Buffer.from('{"accounts":[],"owner":"'), Buffer.from([0xe5, 0xff]), Buffer.from('"}')]),
      ),
  },
  {
    id: 'hostile-deep-json',
    story: 'An object holds itself, and the serializer goes down until it is stopped.',
    act: (socket) => answer(socket, `${'{"accounts":['.repeat(deepest)}${']}'.repeat(deepest)}`),
  },
  {
    id: 'hostile-duplicate-keys',
    story: 'Two parts of a program write the same member, and readers differ on which one counts.',
    act: (socket) =>
      answer(socket, '{"accounts":[{"status":"enabled","status":"deleted"}],"responseDetails":{},"accounts":[]}'),
  },
  {
    id: 'hostile-huge-numbers',
    story: 'A decimal of the database is written without its point, and another with its exponent.',
    act: (socket) =>
      answer(socket, `{"accounts":[{"balance":1e999999,"amount":-1e999999,"count":${'9'.repeat(400)}}]}`),
  },
  {
    id: 'hostile-odd-members',
    story: 'Members have the names of what a language builds in, and values of other types than anybody expects.',
    act: (socket) => {
      const odd =
        '{"toString":1,"valueOf":null,"constructor":[],"__proto__":{"status":"enabled"},"length":-1,"then":{}}'
      const account = `{"accountReference":${odd},"accountIdentifier":${odd},"status":[${odd}],"links":${odd},"__proto__":1}`
      const odds = `"protected":${odd},"iv":${odd},"ciphertext":${odd},"tag":${odd},"recipients":[null]`
      answer(socket, `{"responseDetails":${odd},"accounts":[${account},null,1,"",[],${odd}],"links":[${odd}],${odds}}`)
    },
  },
  {
    id: 'hostile-thousands-of-accounts',
    story: 'The answer is well-formed, and lists everybody.',
    act: (socket) => answer(socket, `{"responseDetails":{},"accounts":[${'{},'.repeat(4900)}{}]}`),
  },
  {
    id: 'hostile-long-texts',
    story: 'A scanned letter is written into a member of every account.',
    act: (socket) => {
      const [begins, ends] = ['{"accounts":[', '{}]}']
      socket.write(head('200 OK', [json, lengthOf(begins.length + 24 * letter.length + ends.length), closing]))
      socket.write(begins)
      repeat(socket, letter, 24, () => socket.end(ends))
    },
  },
  {
    id: 'hostile-few-too-many-values',
    story: 'A cross join: small on the wire, and large in memory once every value of it is an object.',
    act: (socket) => answer(socket, `[${'[],'.repeat(100_000)}[]]`),
  },
  {
    id: 'hostile-many-values',
    story: 'The same with larger tables.',
    act: (socket) => {
      const length = 1 + wideRow.length * 60 + 3
      socket.write(head('200 OK', [json, ['Content-Length', String(length)]]))
      socket.write('[')
      repeat(socket, wideRow, 60, () => socket.end('[]]'))
    },
  },
]

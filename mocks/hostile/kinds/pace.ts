import type { HostileKind } from '../kind.ts'
import { answer, closing, every, head, json, plainList, repeat } from '../wire.ts'

/** Answers that do not come, or not to an end. */
export const paceKinds: readonly HostileKind[] = [
  {
    id: 'hostile-never-answers',
    story: 'A worker waits for a lock in the database, and nobody set a time-out.',
    act: () => undefined,
  },
  {
    id: 'hostile-byte-per-second',
    story: 'A throttling gateway lets a trickle through, which defeats every time-out on pauses.',
    act: (socket) => {
      socket.write(head('200 OK', [json, ['Content-Length', '100000']]))
      every(socket, 1000, () => socket.write(' '))
    },
  },
  {
    id: 'hostile-header-byte-per-second',
    story: 'The same trickle begins before the headers are whole.',
    act: (socket) => {
      socket.write('HTTP/1.1 200 OK\r\nX-Slow: ')
      every(socket, 1000, () => socket.write('.'))
    },
  },
  {
    id: 'hostile-continue-flood',
    story: 'A proxy answers every byte of keep-alive from behind with another 100 Continue.',
    act: (socket) => repeat(socket, head('100 Continue').repeat(64), 1e9, () => socket.end()),
  },
  {
    id: 'hostile-hint-flood',
    story: 'A gateway hints at what will be needed, and never comes to the answer.',
    act: (socket) => repeat(socket, head('103 Early Hints').repeat(64), 1e9, () => socket.end()),
  },
  {
    id: 'hostile-early-hints-and-trailers',
    story: 'A modern gateway sends hints before and sums after the body, as it may (RFC 8297, RFC 9110 §6.5).',
    act: (socket) => {
      const hint = head('103 Early Hints', [['Link', '</style.css>; rel=preload']])
      const chunk = `${plainList.length.toString(16)}\r\n${plainList}\r\n`
      const headers = [json, ['Transfer-Encoding', 'chunked'], ['Trailer', 'X-Sum'], closing] as const
      socket.end(`${hint}${hint}${head('200 OK', headers)}${chunk}0\r\nX-Sum: 1\r\n\r\n`)
    },
  },
  {
    id: 'hostile-rate-limit-without-end',
    story: 'The limit of the gateway is set to zero requests, and it says politely when to come again.',
    act: (socket) => answer(socket, '{"code":"RATE"}', [json, ['Retry-After', '25']], '429 Too Many Requests'),
  },
]

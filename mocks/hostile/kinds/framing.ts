import type { HostileKind } from '../kind.ts'
import { head, json, length, plainList } from '../wire.ts'

/** Answers that are not whole, or are more than one (RFC 9112 §6.3, §7.1, §11.1). */

const lengthOf = (bytes: number) => ['Content-Length', String(bytes)] as const
const injected = '{"accounts":[],"injected":true}'

export const framingKinds: readonly HostileKind[] = [
  {
    id: 'hostile-closes-in-headers',
    story: 'A process dies while it writes its headers.',
    act: (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Type: applica'),
  },
  {
    id: 'hostile-closes-in-body',
    story: 'A process dies while it writes its body.',
    act: (socket) => {
      socket.write(head('200 OK', [json, ['Transfer-Encoding', 'chunked']]))
      socket.end(`1000\r\n${plainList}`)
    },
  },
  {
    id: 'hostile-length-too-long',
    story: 'The length was counted in UTF-16, or before something was taken out, and the connection then ends.',
    act: (socket) => socket.end(head('200 OK', [json, lengthOf(plainList.length + 10)]) + plainList),
  },
  {
    id: 'hostile-length-too-short',
    story: 'The length was counted in characters, and the body has letters of two bytes.',
    act: (socket) => socket.end(head('200 OK', [json, lengthOf(plainList.length - 10)]) + plainList),
  },
  {
    id: 'hostile-broken-chunk',
    story: 'Something between writes into a chunked body without knowing that it is one.',
    act: (socket) => {
      socket.write(head('200 OK', [json, ['Transfer-Encoding', 'chunked']]))
      socket.end(`zz\r\n${plainList}\r\n0\r\n\r\n`)
    },
  },
  {
    id: 'hostile-http-1-0',
    story: 'An old gateway answers with HTTP/1.0 and ends the body by ending the connection.',
    act: (socket) => socket.end(`HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n${plainList}`),
  },
  {
    id: 'hostile-two-answers',
    story: 'A header holds a line break of the caller, and what follows it is read as another answer.',
    act: (socket) => {
      socket.write(head('200 OK', [json, length(plainList)]) + plainList)
      socket.end(head('200 OK', [json, length(injected)]) + injected)
    },
  },
  {
    id: 'hostile-upgrade',
    story: 'A gateway goes over to web sockets, whoever asks.',
    act: (socket) =>
      socket.write(
        head('101 Switching Protocols', [
          ['Upgrade', 'websocket'],
          ['Connection', 'Upgrade'],
        ]),
      ),
  },
  {
    id: 'hostile-no-http',
    story: 'The port belongs to something else by now.',
    act: (socket) => socket.end('220 mail.example ESMTP ready\r\n'),
  },
]

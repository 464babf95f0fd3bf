import type { HostileKind } from '../kind.ts'
import { answer, json, plainList } from '../wire.ts'

/** Answers that lead away, and a bank that is not who it was. */

const leadingTo = (url: string) => [['Location', url] as const]

export const astrayKinds: readonly HostileKind[] = [
  {
    id: 'hostile-redirect-elsewhere',
    story: 'A moved service points to its new host, and the token would go with it.',
    act: (socket, { elsewhere }) => answer(socket, '', leadingTo(`${elsewhere}/v2/accounts`), '307 Temporary Redirect'),
  },
  {
    id: 'hostile-redirect-in-circles',
    story: 'Two rules of a gateway send every request to one another.',
    act: (socket, { baseUrl }) => answer(socket, '', leadingTo(`${baseUrl}/accounts`), '302 Found'),
  },
  {
    id: 'hostile-refresh-elsewhere',
    story: 'Every header that a browser follows, at once.',
    act: (socket, { elsewhere }) =>
      answer(socket, plainList, [
        json,
        ['Refresh', `0; url=${elsewhere}/`],
        ['Link', `<${elsewhere}/next>; rel="next", <${elsewhere}>; rel="preconnect"`],
        ['Alt-Svc', `h2="${new URL(elsewhere).host}"; ma=86400`],
        ['Content-Location', `${elsewhere}/v2/accounts`],
      ]),
  },
  {
    id: 'hostile-changing-certificate',
    story: 'One of two nodes behind the address still has the certificate of a test authority.',
    act: (socket) => answer(socket, plainList),
    changesCertificate: true,
  },
]

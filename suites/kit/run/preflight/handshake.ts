import type { Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { connecting } from '../../ask/network.ts'
import { type Diagnosis, problem } from './diagnosis.ts'
import { lookAtCertificate } from './server-certificate.ts'
import { codeOf, type Place, placeOf, type Reached, what, within, withinMs } from './steps.ts'

/** TLS with the bank, and what it has against the client certificate. */

export function shakeHands(under: Socket, { host }: Place, target: Reached): Promise<readonly Diagnosis[]> {
  const servername = /[a-z]/i.test(host) && !host.includes(':') ? host : ''
  return new Promise((resolve) => {
    // Everything is looked at by ourselves, so that a wrong name does not hide an expired certificate.
    const socket = connectTls({ socket: under, servername, ...connecting(target), rejectUnauthorized: false })
    const end = (found: readonly Diagnosis[]) => {
      socket.destroy()
      under.destroy()
      resolve(found)
    }
    socket.setTimeout(withinMs, () => {
      const remedy = 'is the port in "baseUrl" one for https?'
      end([problem(what.tls, `does not shake hands within ${within}`, remedy)])
    })
    socket.once('secureConnect', () =>
      end(lookAtCertificate(socket.getPeerCertificate(true), socket.authorizationError ?? null, host)),
    )
    socket.on('error', (error) => end([brokenOff(error, target)]))
  })
}

/**
 * Why a server hangs up after a handshake that seemed to succeed: under TLS 1.3 it says only then that it wants another
 * client certificate (RFC 8446 §4.4.2.4). Null when it says nothing.
 */
export function alertAfter(target: Reached): Promise<string | null> {
  const { host, port } = placeOf(target)
  return new Promise((resolve) => {
    const socket = connectTls({ host, port, ...connecting(target), rejectUnauthorized: false })
    const end = (code: string | null) => {
      socket.destroy()
      resolve(code)
    }
    socket.setTimeout(withinMs, () => end(null))
    socket.once('secureConnect', () => socket.write(`GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`))
    socket.once('data', () => end(null))
    socket.once('close', () => end(null))
    socket.on('error', (error) => end(codeOf(error)))
  })
}

/** By what OpenSSL calls them. An alert about certificates is about ours. */
export const clientAlerts =
  /CERTIFICATE_REQUIRED|HANDSHAKE_FAILURE|BAD_CERTIFICATE|CERTIFICATE_UNKNOWN|UNKNOWN_CA|ACCESS_DENIED|CERTIFICATE_EXPIRED|UNSUPPORTED_CERTIFICATE/

function brokenOff(error: NodeJS.ErrnoException, { clientCertificate }: Reached): Diagnosis {
  const code = codeOf(error)
  if (clientAlerts.test(code)) return clientRefused(code, clientCertificate != null)
  if (/WRONG_VERSION|PACKET|EPROTO|HTTP_REQUEST/.test(code))
    return problem(what.tls, `does not speak TLS at this port (${code})`, 'is the port in "baseUrl" right?')
  return problem(what.tls, `breaks the handshake off (${code})`, 'look at what the bank logs about it')
}

export const clientRefused = (code: string, isConfigured: boolean): Diagnosis =>
  isConfigured
    ? problem(
        what.client,
        `the bank refuses it (${code})`,
        'let the bank trust it, or name another in "clientCertificate"',
      )
    : problem(what.client, `the bank demands one (${code})`, 'name certificate and key in "clientCertificate"')

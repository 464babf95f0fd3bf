import { X509Certificate } from 'node:crypto'
import { lookup } from 'node:dns/promises'
import { connect as connectTcp, type Socket } from 'node:net'
import { checkServerIdentity, connect as connectTls, type PeerCertificate } from 'node:tls'
import { causeOf, connecting } from '../../ask/network.ts'
import type { Target } from '../../target.ts'
import { datesOf } from './certificates.ts'
import { type Diagnosis, ok, problem, unknown, type Waiting } from './diagnosis.ts'

/** The way to the bank, step by step: name, socket, TLS. What lies behind a step that fails cannot be told. */

export type Reached = Pick<Target, 'baseUrl' | 'trust' | 'clientCertificate'>

/** Longest wait for each step. */
const withinMs = 5000
const within = `${withinMs / 1000} s`

export async function wayTo(target: Reached, waiting: Waiting): Promise<readonly Diagnosis[]> {
  const { hostname, port } = new URL(target.baseUrl)
  const place = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 443) }
  waiting(what.name, withinMs)
  const name = await lookUp(place)
  const missing = (about: string, first: Diagnosis) => unknown(about, `not looked at: ${first.what} comes first`)
  if (name.state === 'problem') return [name, missing(what.socket, name), missing(what.tls, name)]
  waiting(what.socket, withinMs)
  const { found, socket } = await open(place)
  if (socket === null) return [name, found, missing(what.tls, found)]
  waiting(what.tls, withinMs)
  return [name, found, ...(await shakeHands(socket, place, target))]
}

const what = {
  name: 'host name of the bank',
  socket: 'connection to the bank',
  tls: 'TLS of the bank',
  names: 'name in the certificate of the bank',
  client: 'client certificate',
}

/** Whether nothing on the way keeps a question from being put. */
export const isOpen = (way: readonly Diagnosis[]) => way.every(({ state }) => state === 'ok' || state === 'warning')

interface Place {
  readonly host: string
  readonly port: number
}

async function lookUp({ host }: Place): Promise<Diagnosis> {
  let late: NodeJS.Timeout | undefined
  const tooLate = new Promise<'late'>((resolve) => {
    late = setTimeout(resolve, withinMs, 'late')
  })
  try {
    const found = await Promise.race([lookup(host), tooLate])
    if (found !== 'late') return ok(what.name, host)
    return problem(what.name, `${host} is not resolved within ${within}`, 'is a name server reached from this machine?')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const remedy = 'is "baseUrl" spelt right, and is the name known on this machine?'
    return problem(what.name, `the host name ${host} is not known (${code})`, remedy)
  } finally {
    clearTimeout(late)
  }
}

/** One connection for both steps: a server may count them. */
function open({ host, port }: Place): Promise<{ readonly found: Diagnosis; readonly socket: Socket | null }> {
  const at = `${host}:${port}`
  const remedy = 'is the bank started, and is "baseUrl" right?'
  return new Promise((resolve) => {
    const socket = connectTcp({ host, port })
    const fail = (said: string) => {
      socket.destroy()
      resolve({ found: problem(what.socket, said, remedy), socket: null })
    }
    socket.setTimeout(withinMs, () => fail(`${at} does not answer within ${within}`))
    socket.once('error', (error) => {
      const said = causeOf(error).why === 'refused' ? 'refuses the connection' : 'cannot be reached'
      fail(`${at} ${said} (${codeOf(error)})`)
    })
    socket.once('connect', () => {
      socket.removeAllListeners('error')
      socket.setTimeout(0)
      socket.removeAllListeners('timeout')
      resolve({ found: ok(what.socket, at), socket })
    })
  })
}

const codeOf = (error: NodeJS.ErrnoException) => error.code ?? error.name

function shakeHands(under: Socket, { host }: Place, target: Reached): Promise<readonly Diagnosis[]> {
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
      end(lookAt(socket.getPeerCertificate(true), socket.authorizationError ?? null, host)),
    )
    socket.on('error', (error) => end([handshake(error, target)]))
  })
}

function lookAt(peer: PeerCertificate, untrusted: Error | string | null, host: string): readonly Diagnosis[] {
  const name = 'the certificate of the bank'
  const remedy = 'the bank must renew it'
  return [
    trustOf(untrusted),
    nameOf(peer, host),
    datesOf({ name, certificate: new Uint8Array(peer.raw), remedy }, Date.now()),
    ...intermediates(peer).map((certificate, index) =>
      datesOf({ name: `certificate ${index + 2} of its chain`, certificate, remedy }, Date.now()),
    ),
  ]
}

/** The reasons that are told elsewhere: names and dates have lines of their own. */
const toldElsewhere = /ALTNAME|HAS_EXPIRED|NOT_YET_VALID/

function trustOf(untrusted: Error | string | null): Diagnosis {
  const code = untrusted === null ? '' : typeof untrusted === 'string' ? untrusted : codeOf(untrusted)
  if (code === '' || toldElsewhere.test(code)) return ok(what.tls, 'the chain is trusted')
  const isShort = code.includes('LEAF_SIGNATURE') || code.includes('ISSUER_CERT_LOCALLY')
  const missing = isShort ? '; or the bank does not send the certificates in between, and must' : ''
  return problem(
    what.tls,
    `has a certificate that is not trusted (${code})`,
    `add the root that it chains to to "trust"${missing}`,
  )
}

function nameOf(peer: PeerCertificate, host: string): Diagnosis {
  if (checkServerIdentity(host, peer) === undefined) return ok(what.names, host)
  const names = (peer.subjectaltname ?? '').replace(/(DNS|IP Address):/g, '').slice(0, 200) || 'none'
  const remedy = 'write one of them in "baseUrl", or let the bank add this one'
  return problem(what.names, `has a certificate for other names: ${names}`, remedy)
}

/** What is sent besides the leaf, without the root, which is ours to judge. */
function intermediates(peer: PeerCertificate): readonly Uint8Array[] {
  const found: Uint8Array[] = []
  let here = peer as PeerCertificate & { issuerCertificate?: PeerCertificate }
  while (here.issuerCertificate !== undefined && here.issuerCertificate.fingerprint256 !== here.fingerprint256) {
    here = here.issuerCertificate
    if (!isSelfSigned(here.raw)) found.push(new Uint8Array(here.raw))
  }
  return found
}

function isSelfSigned(raw: Uint8Array): boolean {
  const certificate = new X509Certificate(raw)
  return certificate.subject === certificate.issuer
}

/**
 * Why a server hangs up after a handshake that seemed to succeed: under TLS 1.3 it says only then that it wants another
 * client certificate (RFC 8446 §4.4.2.4). Null when it says nothing.
 */
export function alertAfter(target: Reached): Promise<string | null> {
  const { hostname, port } = new URL(target.baseUrl)
  const host = hostname.replace(/^\[|\]$/g, '')
  return new Promise((resolve) => {
    const socket = connectTls({ host, port: Number(port || 443), ...connecting(target), rejectUnauthorized: false })
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

function handshake(error: NodeJS.ErrnoException, { clientCertificate }: Reached): Diagnosis {
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

import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { BlockList, isIP, isIPv6 } from 'node:net'

/** Who may call the control server, and where it may listen. */

/** Compares digests: they have one length, and the time taken tells nothing of the token. */
export function bearerCheck(token: string): (header: string | undefined) => boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  const expected = digest(token)
  return (header = '') => {
    const given = /^bearer +([!-~]+)$/i.exec(header)?.[1]
    return given !== undefined && timingSafeEqual(digest(given), expected)
  }
}

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

export const isLoopback = (host: string) =>
  host === 'localhost' || (isIP(host) !== 0 && loopback.check(host, isIPv6(host) ? 'ipv6' : 'ipv4'))

/**
 * A page in a browser on this machine could call a server without a token: directly, which shows in `Origin`, or under a
 * name of its own that leads to this address, which shows in `Host`.
 */
export function fromThisMachine({ host, origin }: Pick<IncomingHttpHeaders, 'host' | 'origin'>): boolean {
  const name = URL.parse(`http://${host}`)?.hostname.replace(/^\[|\]$/g, '') ?? ''
  return origin === undefined && isLoopback(name)
}

/** Throws a TypeError: no token or a short one beyond loopback, one that cannot be sent, or no port number. */
export function requireOptions(host: string, port: number, token: string | undefined): void {
  if (token !== undefined && !/^[!-~]+$/.test(token)) {
    throw new TypeError('control server: token must be printable ASCII without blanks, at least one character')
  }
  if (!isLoopback(host) && (token ?? '').length < 32) {
    throw new TypeError(
      `control server: ${host} is not loopback, and the token is ${token === undefined ? 'missing' : 'short'}; give one of 32 random characters or more, or listen on 127.0.0.1`,
    )
  }
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new TypeError(`control server: port must be an integer from 0 to 65535, and is ${port}; 0 picks a free one`)
  }
}

import { connect } from 'node:tls'
import type { Silent } from '../../../contracts/report/evidence.ts'
import { causeOf, trusting } from '../ask/network.ts'
import type { Target } from '../target.ts'

/** What would make every verdict worthless, found before the first question. Each message says what, where and how to mend it. */
export async function preflight(target: Target): Promise<readonly string[]> {
  const problems = await Promise.all([reachBank(target), reachParties(target)])
  return problems.filter((problem) => problem !== null)
}

const connectWithinMs = 10_000

function reachBank({ baseUrl, trust }: Target): Promise<string | null> {
  const { hostname, port } = new URL(baseUrl)
  const ca = trusting(trust)
  const host = hostname.replace(/^\[|\]$/g, '')
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(port || 443), servername: /[a-z]/i.test(host) ? host : '', ca })
    const end = (problem: string | null) => {
      socket.destroy()
      resolve(problem)
    }
    socket.setTimeout(connectWithinMs, () =>
      end(`${baseUrl} does not answer within ${connectWithinMs / 1000} s${mend}`),
    )
    socket.once('secureConnect', () => end(null))
    socket.once('error', (error) => end(`${baseUrl} ${wrongBy(error)}`))
  })
}

const mend = ': is the bank started, and is "baseUrl" right?'

const remedies: Partial<Record<Silent['why'], string>> = {
  refused: `refuses the connection${mend}`,
  dns: 'has a host name that is not known: is "baseUrl" spelt right?',
}

/** By what OpenSSL and Node call them. */
const tlsRemedies: readonly (readonly [RegExp, string])[] = [
  [/EXPIRED/, 'has a certificate that has expired: the bank must renew it'],
  [/NOT_YET/, 'has a certificate that is not valid yet: do the clocks of both machines agree?'],
  [/ALTNAME/, 'has a certificate for other names: write one of them in "baseUrl", or let the bank add this one'],
  [/WRONG_VERSION|PACKET|EPROTO/, 'does not speak TLS at this port: is the port in "baseUrl" right?'],
  [/./, 'has a certificate that is not trusted: add the root that it chains to to "trust"'],
]

function wrongBy(error: unknown): string {
  const { why, detail } = causeOf(error)
  const tls = why === 'tls' ? tlsRemedies.find(([code]) => code.test(detail))?.[1] : undefined
  const [first] = detail.split(/[\n;]/)
  return `${tls ?? remedies[why] ?? `cannot be reached${mend}`} (${first})`
}

async function reachParties({ control }: Target): Promise<string | null> {
  try {
    await control.observed({ after: 0 })
    return null
  } catch (error) {
    return `the control protocol of the parties: ${(error as Error).message}`
  }
}

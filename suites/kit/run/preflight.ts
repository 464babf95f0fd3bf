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
  tls: 'has a certificate that is not trusted: add its root to "trust", or let the name in "baseUrl" be one of its names',
}

function wrongBy(error: unknown): string {
  const { why, detail } = causeOf(error)
  return `${remedies[why] ?? `cannot be reached${mend}`} (${detail})`
}

async function reachParties({ control }: Target): Promise<string | null> {
  try {
    await control.observed({ after: 0 })
    return null
  } catch (error) {
    return `the control protocol of the parties: ${(error as Error).message}`
  }
}

import { connect, getCACertificates, rootCertificates } from 'node:tls'
import type { Target } from '../target.ts'

/** What would make every verdict worthless, found before the first question. Each message says what, where and how to mend it. */
export async function preflight(target: Target): Promise<readonly string[]> {
  const problems = await Promise.all([reachBank(target), reachParties(target)])
  return problems.filter((problem) => problem !== null)
}

const connectWithinMs = 10_000

function reachBank({ baseUrl, trust }: Target): Promise<string | null> {
  const { hostname, port } = new URL(baseUrl)
  const ca = [...rootCertificates, ...getCACertificates('extra'), ...trust]
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
    socket.once('error', (error: NodeJS.ErrnoException) => end(`${baseUrl} ${wrongBy(error)}`))
  })
}

const mend = ': is the bank started, and is "baseUrl" right?'

function wrongBy({ code = '', message }: NodeJS.ErrnoException): string {
  if (code === 'ECONNREFUSED') return `refuses the connection${mend}`
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return 'has a host name that is not known: is "baseUrl" spelt right?'
  if (/CERT|TLS|SSL|SELF_SIGNED/.test(code))
    return `has a certificate that is not trusted (${code}): add its root to "trust", or let the name in "baseUrl" be one of its names`
  return `cannot be reached (${code || message})${mend}`
}

async function reachParties({ control }: Target): Promise<string | null> {
  try {
    await control.observed({ after: 0 })
    return null
  } catch (error) {
    return `the control protocol of the parties: ${(error as Error).message}`
  }
}

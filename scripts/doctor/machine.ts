import { constants } from 'node:fs'
import { access, statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname } from 'node:path'
import { type Diagnosis, ok, problem, unknown, warning } from '../../suites/kit/run/preflight/diagnosis.ts'
import { addressesOf, type PartyPlan } from '../../suites/targets/party-plan.ts'

/** What of this machine a run needs: ports to listen on, and room to write. */

/** Whoever takes a free port finds one. */
export const listeningIn = (plan: PartyPlan | null) => (plan?.ours ?? []).filter((party) => plan?.ports[party] !== 0)

/** Whether somebody else listens there already, and what the bank is to call. */
export function portOf(party: PartyPlan['ours'][number], plan: PartyPlan): Promise<Diagnosis> {
  const { listen, ports } = plan
  const [address] = addressesOf({ ...plan, ours: [party] })
  const called = address === undefined ? '' : `; the bank calls ${address.url}`
  const what = `port of ${party}`
  const at = `${listen}:${ports[party]}`
  const server = createServer()
  return new Promise((resolvePort) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      const remedy = taken
        ? 'stop whoever listens there, or write another below "parties.ports"; beside a running samsvar mocks write "control" instead'
        : 'write another address in "parties.listen", or another port'
      resolvePort(problem(what, `${at} ${taken ? 'is taken' : `cannot be listened on (${error.code})`}`, remedy))
    })
    server.listen(ports[party], listen, () => server.close(() => resolvePort(ok(what, `${at} is free${called}`))))
  })
}

/** A run leaves a few megabytes; a bank with long lists a few hundred. */
const [enough, tight] = [100, 1000]
const megabyte = 1024 * 1024

export async function diskOf(out: string): Promise<Diagnosis> {
  const what = 'output folder'
  const folder = await nearestFolder(out)
  try {
    await access(folder, constants.W_OK)
  } catch {
    return problem(what, `${folder} may not be written`, 'choose another with --out')
  }
  try {
    const { bavail, bsize } = await statfs(folder)
    const free = Math.floor((bavail * bsize) / megabyte)
    const said = `${free} MB are free in ${folder}`
    if (free < enough) return problem(what, said, `make room for ${enough} MB, or choose another with --out`)
    return free < tight ? warning(what, said, 'make room') : ok(what, said)
  } catch {
    return unknown(what, `how much is free in ${folder} is not told`)
  }
}

async function nearestFolder(path: string): Promise<string> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  )
  return isThere || dirname(path) === path ? path : nearestFolder(dirname(path))
}

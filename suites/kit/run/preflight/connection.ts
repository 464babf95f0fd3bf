import { lookup } from 'node:dns/promises'
import { connect as connectTcp, type Socket } from 'node:net'
import { causeOf } from '../../ask/network.ts'
import { type Diagnosis, ok, problem, unknown, type Waiting } from './diagnosis.ts'
import { shakeHands } from './handshake.ts'
import { codeOf, type Place, placeOf, type Reached, what, within, withinMs } from './steps.ts'

/** The way to the bank, step by step: name, socket, TLS. What lies behind a step that fails cannot be told. */

export async function wayTo(target: Reached, waiting: Waiting): Promise<readonly Diagnosis[]> {
  const place = placeOf(target)
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

/** Whether nothing on the way keeps a question from being put. */
export const isOpen = (way: readonly Diagnosis[]) => way.every(({ state }) => state === 'ok' || state === 'warning')

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

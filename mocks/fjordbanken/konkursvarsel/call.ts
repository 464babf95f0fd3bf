import { request } from 'node:https'

/** One GET at Brreg, on a connection of its own. */

export interface Access {
  /** PEM. */
  readonly certificate: string
  readonly key: string
  readonly roots: readonly string[]
}

/** Milliseconds for the whole of it. */
const patience = 4000

/** Left alone for a while: what Brreg asks for, or nothing in particular. Milliseconds. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
  readonly pause: number

  constructor(message: string, pause = 0) {
    super(message)
    this.pause = pause
  }
}

/** The JSON object of a 200. Throws `NoAnswer` for everything else. */
export function read(url: string, { certificate: cert, key, roots }: Access): Promise<Record<string, unknown>> {
  const { promise, resolve, reject } = Promise.withResolvers<Record<string, unknown>>()
  const options = { agent: false, cert, key, ca: [...roots], minVersion: 'TLSv1.2' as const, timeout: patience }
  const call = request(url, options, (answer) => {
    const pieces: Buffer[] = []
    answer.on('data', (piece: Buffer) => pieces.push(piece))
    answer.on('error', (error) => reject(new NoAnswer(error.message)))
    answer.on('end', () => {
      if (answer.statusCode !== 200)
        reject(new NoAnswer(`${answer.statusCode}`, pauseIn(answer.headers['retry-after'])))
      else settle(Buffer.concat(pieces).toString('utf8'), resolve, reject)
    })
  })
  const late = setTimeout(() => call.destroy(new Error('too late')), patience)
  call.on('error', (error) => reject(new NoAnswer(error.message)))
  call.on('close', () => clearTimeout(late))
  call.end()
  return promise
}

function settle(text: string, resolve: (value: Record<string, unknown>) => void, reject: (error: Error) => void) {
  try {
    const value: unknown = JSON.parse(text)
    if (value !== null && typeof value === 'object') resolve(value as Record<string, unknown>)
    else reject(new NoAnswer('no object'))
  } catch {
    reject(new NoAnswer('no JSON'))
  }
}

const pauseIn = (header: string | undefined) => (Number.isFinite(Number(header)) ? Number(header) * 1000 : 0)

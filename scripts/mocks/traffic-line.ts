import { masked, type SeenExchange } from '../../suites/targets/mocks.ts'

/** One exchange as one line: when (UTC), who, what, how it ended, how long it took, what the party says of it. */
export function trafficLine({ at, party, method, path, status, ms, said }: SeenExchange, coloured: boolean): string {
  const paint = (code: number, text: string) => (coloured ? `\x1b[${code}m${text}\x1b[0m` : text)
  const outcome = status === 0 ? '–' : String(status)
  return [
    at.slice(11, 19),
    party.padEnd(12),
    // A method can be any word.
    masked(method).slice(0, 8).padEnd(4),
    paint(colourOf(status), outcome.padStart(3)),
    `${ms} ms`.padStart(7),
    masked(path),
    ...(said === undefined ? [] : [paint(2, `– ${masked(said)}`)]),
  ].join('  ')
}

const colourOf = (status: number) => (status >= 500 || status === 0 ? 31 : status >= 400 ? 33 : 32)

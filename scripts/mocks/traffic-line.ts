import type { ClientCertificate } from '../../contracts/konkursvarsel/sighting.ts'
import { masked, type SeenExchange } from '../../suites/targets/mocks.ts'

/** One exchange as one line: when (UTC), who, what, how it ended, how long it took, what the party says of it. */
export function trafficLine(exchange: SeenExchange, coloured: boolean): string {
  const { at, party, method, path, status, ms } = exchange
  const paint = (code: number, text: string) => (coloured ? `\x1b[${code}m${text}\x1b[0m` : text)
  const outcome = status === 0 ? '–' : String(status)
  return [
    at.slice(11, 19),
    party.padEnd(13),
    // A method can be any word.
    masked(method).slice(0, 8).padEnd(4),
    paint(colourOf(status), outcome.padStart(3)),
    `${ms} ms`.padStart(7),
    masked(path),
    ...notesOf(exchange).map((note) => paint(2, `– ${masked(note)}`)),
  ].join('  ')
}

const colourOf = (status: number) => (status >= 500 || status === 0 ? 31 : status >= 400 ? 33 : 32)

/** What the party says, and what Brreg has seen besides. */
const notesOf = ({ said, brreg }: SeenExchange): readonly string[] => [
  ...(said === undefined ? [] : [said]),
  ...(brreg?.served === undefined ? [] : [`${brreg.served.count} ${brreg.served.count === 1 ? 'notice' : 'notices'}`]),
  ...(brreg?.tls.certificate ? [certificateNote(brreg.tls.certificate)] : []),
]

function certificateNote({ organisationNumber, issuer, notAfter, trusted }: ClientCertificate): string {
  const by = /CN=([^,]+)/.exec(issuer)?.[1] ?? issuer
  const whose = organisationNumber === null ? 'no organisation number' : `organisation ${organisationNumber}`
  return `${whose}, certificate by ${by}${trusted ? '' : ' (not accepted)'} until ${notAfter.slice(0, 10)}`
}

import AdmZip from 'adm-zip'
import { readManifest } from '../../../../contracts/dsve/transfer/manifest.ts'
import { readMessage } from '../../../../contracts/dsve/wire/read.ts'
import { readXml } from '../../../../contracts/dsve/xml/read.ts'
import { defineFault } from '../fault.ts'
import { type Asked, isNo, type No } from '../model.ts'
import { openRequest } from '../parts/open-request.ts'
import { take } from '../parts/take.ts'
import { demanding, filesOf, textOf } from './demanding.ts'

/** Follows every address of that kind that stands in a message. */
const fetching =
  (kind: RegExp): typeof take =>
  async (client, letter, steps) => {
    await take(client, letter, steps)
    const bytes = Buffer.from(client.store.letter(letter.key)?.payload ?? '', 'base64')
    const named = bytes.toString('latin1').matchAll(/(?:SYSTEM|SchemaLocation=|href=)\s*"(https?:[^"]*)"/g)
    for (const [, url = ''] of named) if (kind.test(url)) await client.outgoing.send(url).catch(() => null)
  }

/** How archive and XML of a request are opened: dsve.md 7 B and C. */
export const openingFaults = [
  defineFault({
    id: 'needs-a-manifest',
    story: 'Without manifest.xml it does not know what to do.',
    violates: ['DSVE-024'],
    replaces: { openRequest: demanding((_asked, bytes) => filesOf(bytes)?.manifest !== null) },
  }),
  defineFault({
    id: 'reads-a-manifest-as-utf-8',
    story: 'It reads manifest.xml as UTF-8, whatever it is written in.',
    violates: ['DSVE-024'],
    replaces: {
      openRequest: demanding((_asked, bytes) => {
        const entry = new AdmZip(Buffer.from(bytes)).getEntry('manifest.xml')
        return entry === null || readManifest(Buffer.from(entry.getData().toString('utf8'))).ok
      }),
    },
  }),
  defineFault({
    id: 'reads-lower-case-names-alone',
    story: 'It looks for the request under a name in lower case.',
    violates: ['DSVE-030'],
    replaces: {
      openRequest: demanding(
        (_asked, bytes) => filesOf(bytes)?.documents.some(({ name }) => /forespoersel_.*\.xml$/.test(name)) ?? false,
      ),
    },
  }),
  defineFault({
    id: 'is-silent-about-what-it-cannot-read',
    story: 'What it cannot read it leaves, and nobody hears of it.',
    violates: ['DSVE-039'],
    replaces: {
      openRequest: (client, bytes) => {
        const asked = openRequest(client, bytes)
        if (isNo(asked)) throw new Error('a request that cannot be read')
        return asked
      },
    },
  }),
  defineFault({
    id: 'demands-a-declaration',
    story: 'A file that does not begin with an XML declaration is no XML.',
    violates: ['DSVE-042'],
    replaces: { openRequest: demanding((_asked, bytes) => textOf(bytes).trimStart().startsWith('<?xml ')) },
  }),
  defineFault({
    id: 'refuses-comments',
    story: 'Comments are not foreseen.',
    violates: ['DSVE-042'],
    replaces: { openRequest: demanding((_asked, bytes) => !textOf(bytes).includes('<!--')) },
  }),
  defineFault({
    id: 'fetches-what-a-request-names',
    story: 'Its XML library fetches DTDs, entities and schemas from wherever they are said to be.',
    violates: ['DSVE-043'],
    replaces: { take: fetching(/^https?:/) },
  }),
  defineFault({
    id: 'fetches-over-http-alone',
    story: 'Its XML library fetches what is named, and knows no TLS.',
    violates: [],
    tolerates: ['DSVE-043'],
    replaces: { take: fetching(/^http:/) },
  }),
  defineFault({
    id: 'unpacks-whatever-comes',
    story: 'It opens every archive, wherever the names in it lead.',
    violates: ['DSVE-043'],
    replaces: {
      openRequest: (client, bytes) => {
        const asked = openRequest(client, bytes)
        return isNo(asked) ? (unpacked(bytes) ?? asked) : asked
      },
    },
  }),
] as const

/** The first message in it, by a library that looks at no name. */
function unpacked(bytes: Uint8Array): Asked | No | null {
  try {
    const entries = new AdmZip(Buffer.from(bytes)).getEntries()
    const entry = entries.find(({ entryName }) => /forespoersel_.*\.xml$/i.test(entryName))
    const xml = entry === undefined ? null : readXml(entry.getData())
    const message = xml?.ok ? readMessage(xml.value) : null
    return message?.ok ? (message.value as Asked) : null
  } catch {
    return null
  }
}

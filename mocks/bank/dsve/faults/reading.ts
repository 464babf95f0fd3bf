import AdmZip from 'adm-zip'
import { companies } from '../../../../contracts/dsve/fixtures/people.ts'
import { readManifest } from '../../../../contracts/dsve/transfer/manifest.ts'
import { openPayload } from '../../../../contracts/dsve/transfer/open.ts'
import { readMessage } from '../../../../contracts/dsve/wire/read.ts'
import { readXml } from '../../../../contracts/dsve/xml/read.ts'
import { defineFault } from '../fault.ts'
import { type Asked, isNo, type No, no } from '../model.ts'
import { objecting, objections } from '../parts/objection.ts'
import { openRequest } from '../parts/open-request.ts'
import { take } from '../parts/take.ts'

/** How a request is read: dsve.md 7 C. */

const but = (name: keyof typeof objections) =>
  objecting(Object.fromEntries(Object.entries(objections).filter(([each]) => each !== name)))

/** Opens as it should, and then says no for a reason of its own. */
const demanding =
  (fits: (asked: Asked, bytes: Uint8Array) => boolean): typeof openRequest =>
  (client, bytes) => {
    const asked = openRequest(client, bytes)
    return isNo(asked) || fits(asked, bytes) ? asked : no('Forespørselen kan ikke behandles.')
  }

const filesOf = (bytes: Uint8Array) => {
  const opened = openPayload(bytes)
  return opened.ok ? opened.value : null
}
const textOf = (bytes: Uint8Array) => {
  const [document] = filesOf(bytes)?.documents ?? []
  return document?.xml.ok ? document.xml.value.text : ''
}

export const readingFaults = [
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
    id: 'chokes-on-returnertil',
    story: 'Whoever wants the answer sent elsewhere gets none that helps.',
    violates: ['DSVE-032'],
    replaces: { openRequest: demanding(({ message }) => message.avsender.returnertil === undefined) },
  }),
  defineFault({
    id: 'knows-no-aksjeleilighet',
    story: 'Shares with a flat are no property to it.',
    violates: ['DSVE-033'],
    replaces: {
      openRequest: demanding(
        ({ message: { registerenheterMedHjemmelshavere: asked } }) =>
          !asked.every(({ registerenhet }) => 'aksjeleilighet' in registerenhet),
      ),
    },
  }),
  defineFault({
    id: 'knows-no-companies-as-owners',
    story: 'Only persons own anything.',
    violates: ['DSVE-035'],
    replaces: {
      openRequest: demanding(({ message: { registerenheterMedHjemmelshavere: asked } }) =>
        asked.every(({ hjemmelshavere }) => hjemmelshavere.every((owner) => 'person' in owner)),
      ),
    },
  }),
  defineFault({
    id: 'reads-an-empty-number-as-another',
    story: 'A festenummer that is empty is another than 0.',
    violates: ['DSVE-037'],
    replaces: { openRequest: demanding((_asked, bytes) => !/ (feste|seksjons)nummer=""/.test(textOf(bytes))) },
  }),
  defineFault({
    id: 'demands-festenummer',
    story: 'A matrikkel without festenummer is incomplete.',
    violates: ['DSVE-037'],
    replaces: {
      openRequest: demanding(({ message: { registerenheterMedHjemmelshavere: asked } }) =>
        asked.every(
          ({ registerenhet }) => !('matrikkel' in registerenhet) || registerenhet.matrikkel.festenummer !== undefined,
        ),
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
    id: 'answers-the-root-element',
    story: 'A messageType that contradicts the message does not matter.',
    violates: ['DSVE-040'],
    replaces: { objection: but('contradiction') },
  }),
  defineFault({
    id: 'refuses-an-empty-version',
    story: 'A version key with nothing in it is a version that it does not know.',
    violates: ['DSVE-041'],
    replaces: {
      objection: (settings, arrived, asked) =>
        arrived.propertyList.version === ''
          ? no('Forespørselen er sendt i en versjon som banken ikke støtter.')
          : objecting(objections)(settings, arrived, asked),
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
    replaces: {
      take: async (client, letter, steps) => {
        await take(client, letter, steps)
        const bytes = Buffer.from(client.store.letter(letter.key)?.payload ?? '', 'base64')
        const named = bytes.toString('latin1').matchAll(/(?:SYSTEM|SchemaLocation=|href=)\s*"(https?:[^"]*)"/g)
        for (const [, url = ''] of named) await client.outgoing.send(url).catch(() => null)
      },
    },
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
  defineFault({
    id: 'answers-for-other-banks',
    story: 'It answers whatever the broker brings, also where another bank is addressed.',
    violates: [],
    tolerates: ['DSVE-044'],
    replaces: { objection: but('addressee') },
  }),
  defineFault({
    id: 'believes-any-sender',
    story: 'Who stands in the message as sender is who has asked.',
    violates: ['DSVE-045'],
    replaces: { objection: but('sender') },
  }),
  defineFault({
    id: 'demands-a-reference-that-it-knows',
    story: 'An innfrielse with a reference that the bank has not given is refused.',
    violates: ['DSVE-046'],
    replaces: {
      openRequest: demanding(
        ({ message: { mottaker } }) =>
          mottaker.referanse === undefined || !/^FINNES-IKKE|^UKJENT/.test(mottaker.referanse),
      ),
    },
  }),
  defineFault({
    id: 'takes-two-dates-at-most',
    story: 'More than two settlement dates do not fit into its form.',
    violates: ['DSVE-047'],
    replaces: {
      openRequest: demanding(
        ({ message }) => !('innfrielsesdatoer' in message) || message.innfrielsesdatoer.length <= 2,
      ),
    },
  }),
  defineFault({
    id: 'breaks-at-a-date-that-has-passed',
    story: 'A date in the past is an exception that nobody handles.',
    violates: ['DSVE-048'],
    replaces: {
      openRequest: (client, bytes) => {
        const asked = openRequest(client, bytes)
        if (
          !isNo(asked) &&
          'innfrielsesdatoer' in asked.message &&
          asked.message.innfrielsesdatoer.some((date) => date < '2021')
        )
          throw new Error('a date that has passed')
        return asked
      },
    },
  }),
  defineFault({
    id: 'answers-no-bank',
    story: 'Only megler are answered.',
    violates: ['DSVE-049'],
    replaces: { openRequest: demanding(({ message }) => message.avsender.id !== companies.annenBank.id) },
  }),
  defineFault({
    id: 'refuses-high-prices',
    story: 'A price above what the property is worth cannot be right.',
    violates: ['DSVE-160'],
    replaces: {
      openRequest: demanding(
        ({ message }) => !('prisantydning' in message) || (message.prisantydning ?? 0) < 100_000_000,
      ),
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

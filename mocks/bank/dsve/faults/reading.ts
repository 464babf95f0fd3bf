import { companies } from '../../../../contracts/dsve/fixtures/people.ts'
import { defineFault } from '../fault.ts'
import { isNo, no } from '../model.ts'
import { objecting, objections } from '../parts/objection.ts'
import { openRequest } from '../parts/open-request.ts'
import { demanding, textOf } from './demanding.ts'

/** What a request may say: dsve.md 7 C. */

const but = (name: keyof typeof objections) =>
  objecting(Object.fromEntries(Object.entries(objections).filter(([each]) => each !== name)))

export const readingFaults = [
  defineFault({
    id: 'chokes-on-returnertil',
    story: 'Whoever wants the answer sent elsewhere gets none that helps.',
    violates: ['DSVE-032', 'DSVE-061'],
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
    id: 'breaks-at-an-unknown-version',
    story: 'A version that it does not know is an exception that nobody handles.',
    violates: ['DSVE-041'],
    replaces: {
      objection: (settings, arrived, asked) => {
        const { version } = arrived.propertyList
        if (version !== undefined && version !== '') throw new Error('a version that it does not know')
        return objecting(objections)(settings, arrived, asked)
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

import { createHash } from 'node:crypto'
import { partyOf } from '../../../../contracts/dsve/transfer/transfer.ts'
import { defineFault } from '../fault.ts'
import { canReceive } from '../parts/can-receive.ts'
import { deliver } from '../parts/deliver.ts'
import { scopeOf } from '../parts/scope-of.ts'
import { transferRequest } from '../parts/send.ts'

/** How a reply is sent: dsve.md 7 A and D. What the broker refuses reaches nobody. */

/** Nobody else in DSVE: what the megler's own offices do at the broker is none of the bank's doing. */
const dataCentre = '317123450'

export const sendingFaults = [
  defineFault({
    id: 'sends-as-its-data-centre',
    story: 'Who operates its systems sends in its own name.',
    violates: ['DSVE-004', 'DSVE-062'],
    tolerates: ['DSVE-091'],
    replaces: {
      sendsAs: () => dataCentre,
      label: (transfer) => ({ ...transfer, sender: partyOf(dataCentre) }),
    },
  }),
  defineFault({
    id: 'asks-akeldo-nothing',
    story: 'Whether anybody can receive the reply shows when it is sent.',
    violates: [],
    tolerates: ['DSVE-005'],
    replaces: { canReceive: async () => true },
  }),
  defineFault({
    id: 'trips-over-odd-entries',
    story: 'An entry of AKELDO is read as the documentation has it, to the letter.',
    violates: ['DSVE-006'],
    replaces: {
      canReceive: async (client, organisationNumber, messageType) => {
        const { body } = await client.outgoing.send(`${client.settings.actorsUrl}/${organisationNumber}`)
        const { mottaksliste = [] } = JSON.parse(body.toString() || '{}')
        if (!mottaksliste.some(({ meldingstype }: { meldingstype: string }) => meldingstype === messageType))
          throw new Error('an entry that cannot be read')
        return canReceive(client, organisationNumber, messageType)
      },
    },
  }),
  defineFault({
    id: 'is-silent-while-akeldo-is',
    story: 'A reply whose recipient cannot be looked up is put aside for ever.',
    violates: ['DSVE-195'],
    replaces: {
      canReceive: async ({ outgoing, settings }, organisationNumber) =>
        outgoing.send(`${settings.actorsUrl}/${organisationNumber}`).then(
          ({ status }) => status === 200,
          () => false,
        ),
    },
  }),
  defineFault({
    id: 'reads-and-writes-with-one-token',
    story: 'One client for everything, which may read.',
    violates: ['DSVE-010', 'DSVE-003'],
    replaces: { scopeOf: (operation) => (operation === 'subscribe' ? scopeOf(operation) : scopeOf('search')) },
  }),
  defineFault({
    id: 'answers-twice',
    story: 'Every reply is sent a second time, to be sure.',
    violates: ['DSVE-022'],
    tolerates: ['DSVE-060'],
    replaces: {
      deliver: async (client, key, steps) => {
        await deliver(client, key, steps)
        const letter = client.store.letter(key)
        if (letter?.done !== 'answered' || letter.reply === undefined) return
        const id = await steps.initialise(client, steps.transferRequest(client.settings, letter.reply))
        await steps.upload(client, id, letter.reply)
      },
    },
  }),
  defineFault({
    id: 'ignores-returnertil',
    story: 'Who asks gets the answer, wherever it was to be sent.',
    violates: ['DSVE-061'],
    replaces: { recipientOf: ({ sender }) => sender.slice(-9) },
  }),
  defineFault({
    id: 'writes-bare-numbers',
    story: 'Organisation numbers are nine digits and nothing else.',
    violates: ['DSVE-063', 'DSVE-003'],
    replaces: { transferRequest: (...given) => changed(transferRequest(...given), { sender: given[0].bank.id }) },
  }),
  defineFault({
    id: 'gives-no-reference-of-the-transfer',
    story: 'The reference of the transfer is left empty.',
    violates: ['DSVE-064', 'DSVE-003'],
    replaces: {
      transferRequest: (...given) => changed(transferRequest(...given), { sendersFileTransferReference: '' }),
    },
  }),
  defineFault({
    id: 'explains-at-length',
    story: 'The text of a reply has more than the broker carries.',
    violates: ['DSVE-066', 'DSVE-003'],
    replaces: {
      transferRequest: (...given) => {
        const request = transferRequest(...given)
        return changed(request, { propertyList: { ...request.propertyList, statusDescription: 'Svar. '.repeat(600) } })
      },
    },
  }),
  defineFault({
    id: 'writes-checksums-in-capitals',
    story: 'A checksum is a checksum in capitals too.',
    violates: ['DSVE-067', 'DSVE-003'],
    replaces: {
      transferRequest: (...given) => {
        const request = transferRequest(...given)
        return changed(request, { checksum: request.checksum?.toUpperCase() ?? null })
      },
    },
  }),
  defineFault({
    id: 'counts-the-checksum-of-something-else',
    story: 'The checksum is that of what went into the archive.',
    // The broker takes the transfer and refuses the upload, so that nothing is ever published.
    violates: ['DSVE-067', 'DSVE-068', 'DSVE-003'],
    replaces: {
      transferRequest: (settings, reply) =>
        changed(transferRequest(settings, reply), { checksum: createHash('md5').update(reply.payload).digest('hex') }),
    },
  }),
  defineFault({
    id: 'initialises-and-leaves-it',
    story: 'A transfer is initialised, and nothing uploaded.',
    violates: ['DSVE-068', 'DSVE-003'],
    replaces: { upload: async () => undefined },
  }),
  defineFault({
    id: 'gives-up-when-an-upload-fails',
    story: 'A transfer that failed was the answer.',
    violates: ['DSVE-069'],
    replaces: {
      deliver: (client, key, steps) =>
        deliver({ ...client, settings: { ...client.settings, mostTransfers: 1 } }, key, steps),
    },
  }),
  defineFault({
    id: 'declines-the-virus-scan',
    story: 'What it sends needs no virus scan.',
    violates: ['DSVE-070', 'DSVE-003'],
    replaces: { transferRequest: (...given) => changed(transferRequest(...given), { disableVirusScan: true }) },
  }),
] as const

const changed = <Request extends object>(request: Request, change: Partial<Request>): Request => ({
  ...request,
  ...change,
})

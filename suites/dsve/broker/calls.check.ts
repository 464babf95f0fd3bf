import { createHash } from 'node:crypto'
import type { Act } from '../../../contracts/altinn-broker/acts.ts'
import { partyOf } from '../../../contracts/dsve/transfer/transfer.ts'
import { all, inconclusive, type Judgement, notApplicable } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { type Answers, onAnswers, plainAnswers, problemsOfRow } from '../judged.ts'
import { actsIn, actsOn, type Done, isServed } from '../seen.ts'

/** What a bank does at the broker, call by call, while nothing goes wrong there. */

const each = (some: readonly Done[], judge: (done: Done) => Judgement): Judgement =>
  some.length === 0 ? inconclusive('no-traffic', 'nobody came to the broker for the bank') : some.flatMap(judge)

const operation = (seen: Answers, ...names: readonly string[]) =>
  actsIn(seen.seen).filter(({ act }) => names.includes(act.operation))

const asItself = defineCheck(import.meta, {
  verifies: 'DSVE-004',
  ...onAnswers(({ seen, target }) => {
    const own = partyOf(target.participant.organisationNumber)
    return each(
      actsIn(seen).filter(({ act }) => act.party !== null),
      ({ sighting, act }) =>
        sighting.finds(act.party === own, {
          what: `${act.operation}: is done as the bank itself`,
          expected: own,
          at: '/act/party',
        }),
    )
  }),
})

const needed = ['search', 'overview', 'download', 'confirm', 'initialise', 'initialiseAndUpload', 'upload']

/** A token without the scope is 403, and no problem of the broker's own list. */
const scopes = defineCheck(import.meta, {
  verifies: 'DSVE-010',
  ...onAnswers((seen) =>
    each(operation(seen, ...needed), ({ sighting, act }) =>
      sighting.finds(act.status !== 403 || act.refused !== undefined, {
        what: `${act.operation}: the token has the scope that it needs`,
        expected: 200,
        at: '/status',
      }),
    ),
  ),
})

/** Any filter does that leaves out what is confirmed; a bank that hears of everything by event need not search. */
const filtered = defineCheck(import.meta, {
  verifies: 'DSVE-012',
  ...onAnswers((seen) => {
    // What became of its own answers is another question, and nothing that waits for it.
    const searches = operation(seen, 'search').filter(({ act }) => queryOf(act, 'role') !== 'sender')
    if (searches.length === 0) return notApplicable('did-not-occur', 'the bank did not search')
    return each(searches, ({ sighting, act }) => {
      const says = (name: string, ...values: readonly string[]) => values.includes(queryOf(act, name))
      const isFiltered =
        says('status', 'published', '3') || says('recipientStatus', 'initialized', 'downloadstarted', '0', '1')
      return sighting.finds(isFiltered, {
        what: 'a search leaves out what is confirmed already',
        expected: 'status=Published, or a recipientStatus that is not confirmed',
        at: '/act/query',
      })
    })
  }),
})

const queryOf = ({ query }: Act, name: string): string =>
  new URLSearchParams(query ?? '').get(name)?.toLowerCase() ?? ''

/** All of the file has left the broker when it is confirmed. */
const wholeFirst = defineCheck(import.meta, {
  verifies: 'DSVE-017',
  ...onAnswers((seen) => {
    const acts = actsIn(seen.seen)
    return each(operation(seen, 'confirm'), (confirm) => {
      const before = acts.slice(
        0,
        acts.findIndex(({ sighting }) => sighting === confirm.sighting),
      )
      const isWhole = before.some(
        ({ act }) => act.fileTransferId === confirm.act.fileTransferId && act.download?.whole === true,
      )
      return confirm.sighting.finds(isWhole && confirm.act.refused?.number !== 19, {
        what: 'a download is confirmed when all of it has come',
        expected: 'after the last byte',
        at: '/act/at',
      })
    })
  }),
})

const sending = ['initialise', 'initialiseAndUpload']

/** The broker refuses what is not valid, and says which member it is; what it takes is looked at in the answer. */
const members = (row: string, ...names: readonly string[]) =>
  defineCheck(import.meta, {
    verifies: row,
    ...onAnswers((seen) => {
      const refused = operation(seen, ...sending).filter(({ act }) =>
        act.refused?.members?.some((one) => names.includes(one)),
      )
      const told = refused.flatMap(({ sighting }) =>
        sighting.finds(false, { what: `the broker refuses ${names.join(' or ')}`, expected: 200, at: '/status' }),
      )
      const judged = all(told, problemsOfRow(row, plainAnswers(seen)))
      return judged.length === 0 ? inconclusive('need-not-met', 'no answer came') : judged
    }),
  })

const checksum = defineCheck(import.meta, {
  verifies: 'DSVE-067',
  ...onAnswers((seen) => {
    const wrong = actsIn(seen.seen).filter(
      ({ act: { refused } }) => refused?.number === 9 || refused?.members?.includes('checksum'),
    )
    const told = wrong.flatMap(({ sighting }) =>
      sighting.finds(false, {
        what: 'the broker does not find the checksum that was declared',
        expected: 200,
        at: '/status',
      }),
    )
    const payloads = new Map(
      seen.seen.flatMap(({ record: { letter } }) =>
        letter?.reply?.payload === undefined ? [] : [[letter.fileTransferId, letter.reply.payload] as const],
      ),
    )
    const declared = operation(seen, ...sending).flatMap(({ sighting, act }): Judgement => {
      const payload = payloads.get(act.fileTransferId ?? '')
      const { checksum: md5 } = act.request ?? {}
      if (payload === undefined || md5 === undefined || md5 === null) return []
      const expected = createHash('md5').update(Buffer.from(payload, 'base64')).digest('hex')
      return sighting.finds(md5 === expected, {
        what: 'the checksum is the MD5 of what was sent',
        expected,
        at: '/act/request/checksum',
      })
    })
    const judged = all(told, declared)
    return judged.length === 0 ? notApplicable('did-not-occur', 'the bank declares no checksum') : judged
  }),
})

const uploaded = defineCheck(import.meta, {
  verifies: 'DSVE-068',
  ...onAnswers((seen) =>
    each(operation(seen, 'initialise').filter(isServed), ({ sighting, act }) =>
      sighting.finds(
        actsOn(act.fileTransferId ?? '', seen.seen).some((one) => one.act.operation === 'upload' && isServed(one)),
        { what: 'what was initialised is uploaded', expected: 'upload', at: '/act/operation' },
      ),
    ),
  ),
})

const scanned = defineCheck(import.meta, {
  verifies: 'DSVE-070',
  ...onAnswers((seen) =>
    each(operation(seen, ...sending), ({ sighting, act }) =>
      sighting.finds(act.request?.disableVirusScan !== true, {
        what: 'the virus scan is not declined',
        expected: null,
        at: '/act/request/disableVirusScan',
      }),
    ),
  ),
})

export default [
  asItself,
  scopes,
  filtered,
  wholeFirst,
  members('DSVE-063', 'sender', 'recipients'),
  members('DSVE-064', 'sendersFileTransferReference'),
  members('DSVE-066', 'propertyList'),
  checksum,
  uploaded,
  scanned,
]

import { paths, scopes } from '../../../../contracts/kfr/operations.ts'
import { createOutgoing } from '../../../http/outgoing.ts'
import { defineFault } from '../fault.ts'
import { address } from '../parts/address.ts'
import { grant } from '../parts/grant.ts'
import { headers } from '../parts/headers.ts'

/** KFRB-001 to KFRB-013: as whom the bank calls, with what, and what it writes into a call. */

/** Two servers do the same, and one of them was set up wrongly: what it asks for is refused, and the other is asked. */
const firstOf = <T>(wrong: T, right: readonly [T, ...T[]]): readonly [T, ...T[]] => [wrong, ...right]

const isLoan = (task: Parameters<typeof address>[1]) => task.because.after.some(({ is }) => is === 'loan')

/** The head office of the group; synthetic. */
const parent = '310000205'

export const accessFaults = [
  defineFault({
    id: 'asks-for-more-scopes-than-it-needs',
    story: 'The client may have every scope of Bits, and asks for all of them together.',
    violates: ['KFRB-004'],
    replaces: {
      grant: (settings, chain, now) => {
        const [lawful] = grant(settings, chain, now)
        const wide = { ...lawful, claims: { ...lawful.claims, scope: `${scopes.write} ${scopes.relationships}` } }
        return firstOf(wide, grant(settings, chain, now))
      },
    },
  }),
  defineFault({
    id: 'keeps-a-token-for-an-hour',
    story: 'An hour is how long tokens live elsewhere.',
    violates: ['KFRB-002'],
    replaces: { isFresh: ({ got }, now) => now < got + 3_600_000 },
  }),
  defineFault({
    id: 'sends-the-whole-chain',
    story: 'The library puts the issuers of the certificate into the grant as well.',
    violates: ['KFRB-003'],
    replaces: {
      grant: (settings, chain, now) => {
        const [lawful] = grant(settings, chain, now)
        return [{ ...lawful, header: { x5c: [...chain] } }]
      },
    },
  }),
  defineFault({
    id: 'loses-the-slash-of-the-issuer',
    story: 'One of two servers takes slashes at the end away from every address.',
    violates: ['KFRB-004'],
    replaces: {
      grant: (settings, chain, now) => {
        const [lawful] = grant(settings, chain, now)
        const aud = String(lawful.claims.aud).replace(/\/$/, '')
        return firstOf({ ...lawful, claims: { ...lawful.claims, aud } }, grant(settings, chain, now))
      },
    },
  }),
  defineFault({
    id: 'writes-the-times-of-an-old-grant',
    story: 'One of two servers makes its grants from a template, times included.',
    violates: ['KFRB-004'],
    replaces: {
      grant: (settings, chain, now) => {
        const [lawful] = grant(settings, chain, now - 600_000)
        return firstOf(lawful, grant(settings, chain, now))
      },
    },
  }),
  defineFault({
    id: 'signs-as-somebody-else',
    story: 'One of two servers still has the certificate of the authority that made the test set.',
    violates: ['KFRB-005'],
    replaces: {
      grant: (settings, chain, now) => {
        const [lawful] = grant(settings, chain, now)
        const [leaf, other = leaf] = chain
        return firstOf({ ...lawful, header: { x5c: [other] } }, grant(settings, chain, now))
      },
    },
  }),
  defineFault({
    id: 'reports-loans-for-its-parent',
    story: 'Loans are the business of the head office, and are reported under its number.',
    violates: ['KFRB-006'],
    replaces: {
      address: (settings, task) => address(isLoan(task) ? { ...settings, institution: parent } : settings, task),
    },
  }),
  defineFault({
    id: 'looks-where-else-the-customer-is',
    story: 'Somebody thought that it would be good to know which other banks a new customer has.',
    violates: ['KFRB-007'],
    replaces: {
      async besides({ settings }, task, ask) {
        if (task.act === 'add') await ask('GET', settings.baseUrl + paths.relationships, headers(task))
      },
    },
  }),
  defineFault({
    id: 'looks-without-a-token',
    story: 'The own look-up shows nothing but what the bank knows, so that it was thought to be open.',
    violates: ['KFRB-001'],
    replaces: {
      besides: async ({ settings, outgoing }, task) => {
        if (task.act === 'end') return
        await outgoing.send(settings.baseUrl + paths.own(settings.institution), { headers: headers(task) })
      },
    },
  }),
  defineFault({
    id: 'believes-every-certificate',
    story: 'Checks were switched off in the test environment, and the setting went along.',
    violates: ['KFRB-008'],
    replaces: {
      connect: (trust) => createOutgoing({ trust, more: { rejectUnauthorized: false } }),
    },
  }),
  defineFault({
    id: 'counts-its-requests',
    story: 'An id is what the database counts, and ends of relationships have one of their own making.',
    violates: ['KFRB-009'],
    replaces: { headers: (task) => ({ ...headers(task), ...(task.act === 'end' ? { CorrelationID: '4711' } : {}) }) },
  }),
  defineFault({
    id: 'has-one-id-for-all',
    story: 'The id is made when the process starts.',
    violates: ['KFRB-010'],
    replaces: { headers: (task) => ({ ...headers(task), CorrelationID: 'b0a1d2c3-5f6e-4a7b-8c9d-0e1f2a3b4c5d' }) },
  }),
  defineFault({
    id: 'writes-the-customer-into-the-address',
    story: 'A parameter makes it easier to find a call in the access log.',
    violates: ['KFRB-011'],
    replaces: { address: (settings, task) => `${address(settings, task)}?customer=${task.customer}` },
  }),
  defineFault({
    id: 'takes-customers-for-numbers',
    story: 'A number has no zero in front.',
    violates: ['KFRB-012'],
    replaces: { headers: (task) => headers({ ...task, customer: String(Number(task.customer)) }) },
  }),
  defineFault({
    id: 'has-types-of-its-own',
    story: 'Loans got a type that says what they are.',
    violates: ['KFRB-013'],
    replaces: {
      address: (settings, task) =>
        isLoan(task) ? settings.baseUrl + paths.relationship(settings.institution, 'LAAN') : address(settings, task),
    },
  }),
]

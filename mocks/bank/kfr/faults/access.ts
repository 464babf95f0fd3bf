import { paths } from '../../../../contracts/kfr/operations.ts'
import { createOutgoing } from '../../../http/outgoing.ts'
import { defineFault } from '../fault.ts'
import { address } from '../parts/address.ts'
import { authorization } from '../parts/authorization.ts'
import { headers } from '../parts/headers.ts'

/** KFRB-001 and KFRB-006 to KFRB-013: whom the bank calls, with what, and what it writes into a call. */

const isLoan = (task: Parameters<typeof address>[1]) => task.because.after.some(({ is }) => is === 'loan')

/** The head office of the group; synthetic. */
const parent = '310000205'

export const accessFaults = [
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
    id: 'asks-without-the-word-bearer',
    story: 'Whoever wrote the own look-up put the token alone into the header.',
    violates: ['KFRB-001'],
    tolerates: ['KFRB-044'],
    replaces: { authorization: (token, method) => (method === 'GET' ? token : authorization(token, method)) },
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
    id: 'looks-at-no-name',
    story: 'The certificate of the test environment was made for another host, and names are not compared since.',
    violates: ['KFRB-008'],
    replaces: {
      connect: (trust) => createOutgoing({ trust, more: { checkServerIdentity: () => undefined } }),
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

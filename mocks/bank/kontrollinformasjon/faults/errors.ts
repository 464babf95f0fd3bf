import type { Context } from '../context.ts'
import { defineFault } from '../fault.ts'
import { answerErrors } from '../parts/answer-errors.ts'
import { requireNotice } from '../parts/require-notice.ts'
import { Refusal } from '../refusal.ts'

/** KI-ERR-001 and KI-ERR-004: what an error says. */

/** The only 403 that comes after the debtor is known. */
export const isForWantOfNotice = ({ status }: Refusal, { found }: Context) => status === 403 && 'debtor' in found

export const errorFaults = [
  defineFault({
    id: 'says-nothing-with-401',
    story: 'The gateway checks the token, and its template for a 401 has a code only.',
    violates: ['KI-ERR-001'],
    replaces: {
      answerErrors: answerErrors(({ status, code, message }) => (status === 401 ? { code } : { code, message })),
    },
  }),
  defineFault({
    id: 'says-nothing-with-400',
    story: 'The validation library gives a list of errors, and nobody made a message of it.',
    violates: ['KI-ERR-001'],
    replaces: {
      answerErrors: answerErrors(({ status, code, message }) => (status === 400 ? { code } : { code, message })),
    },
  }),
  defineFault({
    id: 'has-an-empty-message-with-405',
    story: 'The text for a 405 was to be written later.',
    violates: ['KI-ERR-001'],
    replaces: {
      answerErrors: answerErrors(({ status, code, message }) => ({ code, message: status === 405 ? '' : message })),
    },
  }),
  defineFault({
    id: 'has-no-code-for-want-of-notice',
    story: 'The refusal of a party without konkursvarsel comes from another system, which knows no codes.',
    violates: ['KI-ERR-001'],
    replaces: {
      answerErrors: answerErrors((refusal, context) => {
        const { code, message } = refusal
        return isForWantOfNotice(refusal, context) ? { message } : { code, message }
      }),
    },
  }),
  defineFault({
    id: 'pairs-403-with-acc-001',
    story: 'Somebody changed the status of the refusal from 400 to 403, and left the code.',
    violates: ['KI-ERR-004'],
    replaces: {
      requireNotice: requireNotice({
        refusal: () => new Refusal(403, 'ACC-001', 'There is no open konkursvarsel for the party'),
      }),
    },
  }),
]

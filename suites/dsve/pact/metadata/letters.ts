import { MatchersV3 } from '@pact-foundation/pact'
import { answerTo, messages, type ReplyRoot, type RequestRoot } from '../../../../contracts/dsve/messages.ts'
import { acknowledged, type Refusal, refusals } from '../../../../contracts/dsve/statuses.ts'
import { type Read, readMetadata } from './reader.ts'

/** What stands beside a message at the broker, as its recipient needs it: one row is one letter, and how its sender comes to write it. */
export interface Letter {
  readonly description: string
  /** What the sender has to have, or to do. */
  readonly state: string
  /** With matchers, which say what may differ. */
  readonly contents: object
  /** Whether our reader makes of it what it should. */
  readonly reads: (contents: unknown) => boolean
}

export interface Contract {
  readonly consumer: string
  readonly provider: string
  readonly fileName: string
  readonly letters: readonly Letter[]
}

const { like, regex } = MatchersV3

const party = (number: string) => regex('^0192:[0-9]{9}$', number)
const [bank, megler] = ['0192:312345676', '0192:313456781']
const requests = Object.keys(answerTo) as readonly RequestRoot[]

/** More than blanks; verifiers hold the whole text against it. */
const something = '^[\\s\\S]*\\S[\\s\\S]*$'

const carried = (sender: string, recipient: string, propertyList: object) => ({
  sender: party(sender),
  recipients: [party(recipient)],
  sendersFileTransferReference: like('R-1'),
  propertyList,
})

const reads = (expected: Partial<Read>) => (contents: unknown) => {
  const read = readMetadata(contents)
  return Object.entries(expected).every(([name, value]) => read[name as keyof Read] === value)
}

/** From the megler to the bank (dsve.md 2.1): which of the two requests it is. */
export const toBank: Contract = {
  consumer: 'bank',
  provider: 'megler',
  fileName: 'bank-megler.json',
  letters: requests.map((root) => ({
    description: root,
    state: `the megler asks for ${messages[root].flow}`,
    contents: carried(megler, bank, { messageType: messages[root].messageType }),
    reads: reads({ root, status: null, sender: megler }),
  })),
}

/** The situation in which each refusal is due (dsve.md 5), and a text that a person may read. */
export const situations = {
  LaanNedbetalt: {
    state: 'the loans are repaid and the pant remains',
    text: 'Lånet er innfridd. Pantet er ikke slettet ennå.',
  },
  LaanSolgt: { state: 'the pant is transferred to another creditor', text: 'Pantet er overført til en annen bank.' },
  SvarerMedEpost: { state: 'the bank answers by e-mail', text: 'Saken besvares på e-post.' },
  Feil: { state: 'the bank has no pant in the property', text: 'Banken har ikke pant i eiendommen.' },
} as const satisfies Readonly<Record<Refusal, { readonly state: string; readonly text: string }>>
export const withLoans = 'the bank has pant for loans that are not repaid'

/** From the bank to the megler: what is answered, whether it is a yes, and why not. */
export const toMegler: Contract = {
  consumer: 'megler',
  provider: 'bank',
  fileName: 'megler-bank.json',
  letters: requests.map((request) => answerTo[request]).flatMap((root) => [yes(root), ...refusals.map(no(root))]),
}

function yes(root: ReplyRoot): Letter {
  const { messageType } = messages[root]
  return {
    description: `${root} with amounts`,
    state: withLoans,
    contents: carried(bank, megler, { messageType, status: acknowledged }),
    reads: reads({ root, status: acknowledged, refuses: false }),
  }
}

function no(root: ReplyRoot): (status: Refusal) => Letter {
  const { messageType } = messages[root]
  return (status) => ({
    description: `${root} that says ${status}`,
    state: situations[status].state,
    contents: carried(bank, megler, {
      messageType,
      status,
      statusDescription: regex(something, situations[status].text),
    }),
    reads: reads({ root, status, refuses: true, text: situations[status].text }),
  })
}

import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { CaseId } from '../../../../contracts/dsve/fixtures/cases.ts'
import { answerTo, type RequestRoot } from '../../../../contracts/dsve/messages.ts'
import type { Transfer } from '../../../../contracts/dsve/transfer/transfer.ts'
import type { Dsve } from '../../../../mocks/bank/dsve/client.ts'
import type { DsveFault } from '../../../../mocks/bank/dsve/fault.ts'
import { type House, openHouse, openScene, type Scene } from '../../../../mocks/bank/dsve/testing/scene.ts'
import { type Contract, situations, toBank, toMegler, withLoans } from './letters.ts'
import { type Sends, verifyPact } from './verify.ts'

/** One broker and one megler for all; the bank is started anew for every test. */
let house: House
let scene: Scene
const open: Dsve[] = []
beforeAll(async () => {
  house = await openHouse()
  scene = await openScene(house)
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((bank) => bank.close()))
})
afterAll(async () => {
  await scene.close()
  await house.close()
})

const fileOf = ({ fileName }: Contract) =>
  fileURLToPath(new URL(`../../../../contracts/pacts/${fileName}`, import.meta.url))

async function verified(contract: Contract, sends: Sends): Promise<string> {
  try {
    await verifyPact(contract, sends, fileOf(contract))
    return 'kept'
  } catch (error) {
    return (error as Error).message
  }
}

const requests = Object.keys(answerTo) as readonly RequestRoot[]
const requestIn = (description: string) =>
  requests.find((root) => description.startsWith(root) || description.startsWith(answerTo[root])) ??
  'restgjeldsforespoersel'

/** Cases of the harness in which a bank without fault writes that letter. */
const fixtures: Readonly<Record<string, CaseId>> = {
  [withLoans]: 'S1',
  [situations.LaanNedbetalt.state]: 'S12',
  [situations.LaanSolgt.state]: 'S13',
  [situations.Feil.state]: 'S14',
  [situations.SvarerMedEpost.state]: 'S30',
}

const carried = ({ sender, recipients, sendersFileTransferReference, propertyList }: Omit<Transfer, 'payload'>) => ({
  sender,
  recipients,
  sendersFileTransferReference,
  propertyList,
})

const asks: Sends = async (description) => {
  const { fileTransferId } = await scene.ask({ message: requestIn(description), fixture: 'S1' })
  const found = scene.parties['altinn-broker'].transfers().find(({ id }) => id === fileTransferId)
  return carried({ propertyList: {}, ...found?.asked } as Transfer)
}

/** All of them at once: the bank looks a single time. */
async function answers(...faults: readonly DsveFault[]): Promise<Sends> {
  const bank = await scene.start({ faults })
  open.push(bank)
  const cases = new Map<string, number>()
  for (const { description, state } of toMegler.letters) {
    const { number } = await scene.ask({ message: requestIn(description), fixture: fixtures[state] ?? 'S1' })
    cases.set(description, number)
  }
  await bank.poll()
  await scene.look()
  return async (description) => {
    const reply = scene.answersTo(cases.get(description) ?? 0).at(-1)
    if (reply === undefined) throw new Error('nothing was answered')
    return carried(reply)
  }
}

describe('the contract of metadata', () => {
  it('that a bank needs is kept by our megler', async () => expect(await verified(toBank, asks)).toBe('kept'))

  it('that a megler needs is kept by the reference bank', async () =>
    expect(await verified(toMegler, await answers())).toBe('kept'))

  const labelled = (change: (propertyList: Transfer['propertyList']) => Transfer['propertyList']): DsveFault => ({
    id: 'labels-otherwise',
    story: '',
    violates: [],
    replaces: { label: (transfer) => ({ ...transfer, propertyList: change(transfer.propertyList) }) },
  })
  it.each<readonly [string, DsveFault]>([
    ['leaves out the status', labelled(({ status: _, ...rest }) => rest)],
    ['leaves out why', labelled(({ statusDescription: _, ...rest }) => rest)],
    [
      'says nothing in many blanks',
      labelled((all) => ('statusDescription' in all ? { ...all, statusDescription: '   ' } : all)),
    ],
    ['shouts', labelled((all) => ({ ...all, status: all.status?.toUpperCase() ?? '' }))],
    [
      'spells keys with a capital',
      labelled(({ messageType = '', status = '' }) => ({ MessageType: messageType, Status: status })),
    ],
    ['names the message of a draft', labelled((all) => ({ ...all, messageType: 'RemainingDebt' }))],
    [
      'spells a status as before March 2026',
      labelled((all) => ({ ...all, status: all.status?.replace('aa', 'å') ?? '' })),
    ],
  ])('that a megler needs is broken by a bank that %s', async (_what, fault) =>
    expect(await verified(toMegler, await answers(fault))).not.toBe('kept'),
  )
})

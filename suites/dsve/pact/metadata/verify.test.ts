import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { CaseId } from '../../../../contracts/dsve/fixtures/cases.ts'
import { answerTo, type RequestRoot } from '../../../../contracts/dsve/messages.ts'
import type { Transfer } from '../../../../contracts/dsve/transfer/transfer.ts'
import type { Dsve } from '../../../../mocks/bank/dsve/client.ts'
import type { DsveFault } from '../../../../mocks/bank/dsve/fault.ts'
import { faults } from '../../../../mocks/bank/dsve/faults/index.ts'
import { type House, openHouse, openScene, type Scene } from '../../../../mocks/bank/dsve/testing/scene.ts'
import { type Contract, situations, toBank, toMegler, withLoans } from './letters.ts'
import { misfitsIn, type Sends, verifyPact } from './verify.ts'

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

/** Anything that goes wrong but a contract that is not kept is an error of the test. */
async function misfits(contract: Contract, sends: Sends): Promise<readonly string[]> {
  try {
    await verifyPact(contract, sends, fileOf(contract))
    return []
  } catch (error) {
    return misfitsIn(contract, error as Error)
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
async function answers(...wrong: readonly DsveFault[]): Promise<Sends> {
  const bank = await scene.start({ faults: wrong })
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

const ofAmounts = 'restgjeldssvar with amounts'

/** Faults of what stands beside an answer, in the cases that the contract asks about, and what of it then does not fit. */
const brokenBy: Readonly<Record<string, readonly string[]>> = {
  's1-rg-the-other-svar-type': [`${ofAmounts}: $.propertyList.messageType`],
  's1-rg-keys-in-camelcase': [`${ofAmounts}: $.propertyList`],
  's1-rg-no-status-anywhere': [`${ofAmounts}: $.propertyList`],
  's1-rg-status-in-the-xml-alone': [`${ofAmounts}: $.propertyList`],
  's1-rg-laansolgt-as-before-march-2026': [`${ofAmounts}: $.propertyList.status`],
  's14-rg-a-refusal-without-text': ['restgjeldssvar that says Feil: $.propertyList'],
  // The broker takes none of them.
  'writes-bare-numbers': toMegler.letters.map(({ description }) => `${description}: $`),
}

describe('the contract of metadata', () => {
  it('that a bank needs is kept by our megler', async () => expect(await misfits(toBank, asks)).toEqual([]))

  it('that a megler needs is kept by the reference bank', async () =>
    expect(await misfits(toMegler, await answers())).toEqual([]))

  it.each(Object.entries(brokenBy))(
    'that a megler needs is broken by %s, there and nowhere else',
    async (id, where) => {
      const fault = faults.find((one) => one.id === id)
      if (fault === undefined) throw new Error(`there is no fault ${id}`)
      expect((await misfits(toMegler, await answers(fault))).toSorted()).toEqual(where.toSorted())
    },
  )
})

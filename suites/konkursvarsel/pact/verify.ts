import { Verifier } from '@pact-foundation/pact'
import type { Control } from '../../../contracts/control/protocol.ts'
import type { NoticeOrder } from '../../../contracts/konkursvarsel/notice.ts'
import { type Behind, openDoor } from '../../kit/opener/door.ts'
import { type StateValues, states } from './states.ts'

/** Where the provider is, and how it is called and steered. */
interface Provider extends Required<Pick<Behind, 'url' | 'trust' | 'certificate' | 'key'>> {
  readonly control: Pick<Control, 'publish'>
}

/** Lets Pact's own verifier hold the contract against it. Rejects with what does not fit. */
export async function verifyPact(provider: Provider, file: string): Promise<void> {
  const door = await openDoor(provider)
  try {
    await new Verifier({
      provider: 'konkursvarsel',
      providerBaseUrl: door.url,
      pactUrls: [file],
      stateHandlers: stateHandlers(provider),
      logLevel: 'error',
    }).verifyProvider()
  } finally {
    await door.close()
  }
}

const time = '2026-01-05T09:00:00.000Z'
const before = '2026-01-05T08:59:59.999Z'

const orders = {
  opening: { uuid: '4b0e9d4e-6a5c-4a3f-8f6e-0d2f5a1b7c01', type: 'aapning', detail: { konkursgrunnlag: 'O' } },
  closing: {
    uuid: '4b0e9d4e-6a5c-4a3f-8f6e-0d2f5a1b7c02',
    type: 'avslutning',
    detail: { avslutningskode: 'M', innstillingsdato: '2026-01-05' },
  },
} as const
const nobodys = '4b0e9d4e-6a5c-4a3f-8f6e-0d2f5a1b7c03'

function stateHandlers({ control }: Provider) {
  const published = async (order: Pick<NoticeOrder, 'uuid' | 'type' | 'detail'>): Promise<StateValues & Values> => {
    const notice = { ...order, debtor: 'nobody', registreringstidspunkt: time, kjennelsesdato: '2026-01-05' } as const
    await control.publish({ publication: { notices: [notice] } })
    return { since: before, uuid: order.uuid }
  }
  const later: StateValues & Values = { since: '2099-01-01T00:00:00.000Z', uuid: nobodys }
  return {
    [states.withNotices]: () => published(orders.opening),
    [states.withOpening]: () => published(orders.opening),
    [states.withClosing]: () => published(orders.closing),
    [states.withNothingNew]: async () => later,
    [states.without]: async () => later,
  }
}
type Values = Readonly<Record<string, string>>

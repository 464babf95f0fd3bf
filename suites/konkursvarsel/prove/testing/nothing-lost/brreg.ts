import type { NoticeOrder } from '../../../../../contracts/konkursvarsel/notice.ts'
import type { BrregStimulus } from '../../../../../contracts/konkursvarsel/stimuli.ts'
import { type Brreg, type BrregOptions, startBrreg } from '../../../../../mocks/brreg/brreg.ts'

/** A Brreg that can be shut down and started again where it was: at the same address, and with the same register. */
interface Restartable {
  readonly url: string
  readonly published: readonly NoticeOrder[]
  publish(notices: readonly NoticeOrder[]): void
  stimulate(stimulus: BrregStimulus): Promise<void>
  calm(): Promise<void>
  /** Milliseconds since 1970. */
  setClock(now: number): void
  restart(): Promise<void>
  close(): Promise<void>
}

export async function startRestartable(options: Omit<BrregOptions, 'port'>): Promise<Restartable> {
  let brreg: Brreg = await startBrreg({ ...options, port: 0 })
  const { url } = brreg
  const port = Number(new URL(url).port)
  const published: NoticeOrder[] = []
  let now = 0
  return {
    url,
    published,
    publish(notices) {
      brreg.publish({ notices })
      published.push(...notices.filter(({ uuid }) => !published.some((one) => one.uuid === uuid)))
    },
    stimulate: (stimulus) => brreg.stimulate(stimulus),
    calm: () => brreg.calm(),
    setClock(to) {
      now = to
      brreg.advance(new Date(to).toISOString())
    },
    /** What stimuli ordered is forgotten, as with any restart. */
    async restart() {
      await brreg.close()
      brreg = await startBrreg({ ...options, port })
      brreg.advance(new Date(now).toISOString())
      brreg.publish({ notices: published })
    },
    close: () => brreg.close(),
  }
}

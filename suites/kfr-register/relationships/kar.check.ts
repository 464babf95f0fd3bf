import { violations } from '../../../contracts/kfr/schemas.ts'
import { all, given, labelled } from '../../kit/judge/judgement.ts'
import { defineAct } from '../../kit/run/act.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { callsOf, versionsOf } from '../calls.ts'
import { answered, served } from '../judging.ts'

/** KAR says nothing for a while, and then again. */
const silentKar = defineAct({
  name: 'silent-kar',
  polls: 0,
  movesClock: false,
  play: async (stage) => {
    const calls = callsOf(stage)
    const customer = calls.customer('at-both')
    const added = await stage.ask(calls.add(customer), { repeat: 1 })
    const seen = []
    for (const version of versionsOf(stage.target)) {
      const request = calls.relationships(version, customer)
      const before = await stage.ask(request)
      await stage.scene(`silent ${version}`)
      const told = await stage.hook('kar', { answers: false })
      const during = await stage.ask(request)
      const toldAgain = await stage.hook('kar', { answers: true })
      await stage.scene(`again ${version}`)
      seen.push({ version, before, told, during, toldAgain, after: await stage.ask(request) })
    }
    return { added, seen }
  },
})

export default defineCheck(import.meta, {
  verifies: 'KFRO-055',
  hooks: ['kar'],
  turn: 'late',
  ask: ({ play }) => play(silentKar),
  judge: ({ seen }) =>
    all(
      ...seen.map(({ version, before, told, during }) =>
        labelled(
          version,
          given(all(served(before), answered(told, 200)), () =>
            during.status === 504
              ? all(
                  answered(during, 504),
                  during.finds(violations('error of any code', during.body).length === 0, {
                    what: 'should have an error body',
                    expected: 'errorCode, errorMessage and timestamp',
                    at: 'content',
                  }),
                )
              : answered(during, 504),
          ),
        ),
      ),
    ),
})

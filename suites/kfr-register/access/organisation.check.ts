import { paths, scopes } from '../../../contracts/kfr/operations.ts'
import { change } from '../../kit/ask/request.ts'
import { all, given, labelled } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { callsOf, tokenFor } from '../calls.ts'
import { batchOf } from '../forms.ts'
import { answered, hides, refused, shows, taken } from '../judging.ts'

/** Whose register entry a call may change: that of the organisation in `consumer`, and nobody else's. */

export default [
  defineCheck(import.meta, {
    verifies: 'KFRO-007',
    ask: async (doors) => {
      const calls = callsOf(doors)
      const [mine, other] = [calls.organisationOf('reporter'), calls.organisationOf('secondReporter')]
      const [held, stranger] = [calls.customer('held-by-second'), calls.customer('of-another')]
      const added = await doors.ask(calls.add(held, 'secondReporter'))
      const before = await doors.ask(calls.own(held, null, 'secondReporter'), { repeat: 1 })
      const token = tokenFor(mine, scopes.write)
      const asOther = { token }
      const probes = {
        add: await doors.ask(calls.add(stranger, 'secondReporter'), asOther),
        end: await doors.ask(calls.end(held, 'secondReporter'), asOther),
        batch: await doors.ask(
          change(batchOf(calls, { told: 'into another institution', list: calls.customer('batch-of-another') }), {
            path: paths.batch(other),
          }),
        ),
      }
      const own = await doors.ask(calls.own(held, null, 'secondReporter'), asOther)
      return {
        other,
        added,
        before,
        probes,
        own,
        still: await doors.ask(calls.own(held, null, 'secondReporter')),
        neither: await doors.ask(calls.own(stranger, null, 'secondReporter')),
        norByBatch: await doors.ask(calls.own(calls.customer('batch-of-another'), null, 'secondReporter')),
      }
    },
    judge: ({ other, added, before, probes, own, still, neither, norByBatch }) =>
      given(all(taken(added), shows(before, other, 'before anything is tried')), () =>
        all(
          ...Object.entries(probes).map(([name, answer]) => labelled(name, refused(answer, 403, 'KFR-003'))),
          labelled('own', refused(own, 403, 'ERR-001')),
          shows(still, other, 'after a DELETE in its name by another'),
          hides(neither, other, 'after a POST in its name by another'),
          hides(norByBatch, other, 'after a batch in its name by another'),
        ),
      ),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-008',
    ask: async (doors) => {
      const calls = callsOf(doors)
      const [mine, other] = [calls.organisationOf('reporter'), calls.organisationOf('secondReporter')]
      const customer = calls.customer('claims')
      const conflicting = (consumer: string, legacy: string) => ({
        token: {
          claims: { ...tokenFor(consumer, scopes.write).claims, client_orgno: legacy, client_id: `oidc-${legacy}` },
        },
      })
      return {
        lawful: await doors.ask(calls.own(customer)),
        mineByConsumer: await doors.ask(calls.own(customer), conflicting(mine, other)),
        mineByLegacy: await doors.ask(calls.own(customer), conflicting(other, mine)),
        byAnother: await doors.ask(calls.own(customer), { token: tokenFor(other, scopes.write) }),
      }
    },
    // Whoever lets another institution in (KFRO-007) has not asked either claim.
    judge: ({ lawful, mineByConsumer, mineByLegacy, byAnother }) =>
      given(all(answered(lawful, 200), answered(byAnother, 401, 403)), () =>
        all(
          labelled('consumer is the institution, client_orgno another', answered(mineByConsumer, 200)),
          labelled('client_orgno is the institution, consumer another', answered(mineByLegacy, 401, 403)),
        ),
      ),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-009',
    ask: async (doors) => {
      const calls = callsOf(doors)
      const lawful = calls.own(calls.customer('claims'))
      const by = (method: string) => ({ token: { claims: { ...lawful.token?.claims, client_amr: method } } })
      return {
        lawful: await doors.ask(lawful),
        byKey: await doors.ask(lawful, by('private_key_jwt')),
        bySecret: await doors.ask(lawful, by('client_secret_basic')),
      }
    },
    judge: ({ lawful, byKey, bySecret }) =>
      given(answered(lawful, 200), () =>
        all(
          labelled('client_amr private_key_jwt', answered(byKey, 401, 403)),
          labelled('client_amr client_secret_basic', answered(bySecret, 401, 403)),
        ),
      ),
  }),
]

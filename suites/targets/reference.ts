import { inProcess } from '../../contracts/control/in-process.ts'
import type { Target } from '../kit/target.ts'
import { type StageOptions, startStage } from './stage.ts'

/** The built-in bank: conformant, or wrong in the way that a fault says. */
export async function referenceTarget(options: StageOptions): Promise<Target> {
  const stage = await startStage(options)
  const { hooks, konkursvarsel, dsve, kfr } = stage
  return {
    kind: 'reference',
    faults: options.faults,
    participant: stage.participant,
    baseUrl: stage.bank.baseUrl,
    trust: [stage.parties.authority.rootPem],
    keys: [stage.parties.consumer.privateKeyPem, stage.parties.secondAgency.privateKeyPem],
    fixtures: stage.fixtures,
    production: { baseUrl: stage.production.baseUrl },
    external: [],
    servicers: [stage.participant.organisationNumber],
    capabilities: {},
    ...(hooks === null ? {} : { hooks }),
    ...(konkursvarsel === null ? {} : { konkursvarsel: konkursvarsel.profile }),
    ...(dsve === null ? {} : { dsve: dsve.profile }),
    ...(kfr === null ? {} : { kfr: kfr.profile }),
    day: options.day,
    deadlineMs: 30_000,
    control: inProcess(stage.control),
    config: { baseUrl: stage.bank.baseUrl, fixtures: Object.keys(stage.fixtures) },
    known: stage.known,
    close: stage.close,
  }
}

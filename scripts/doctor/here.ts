import { resolve } from 'node:path'
import type { Keystore } from '../../contracts/config/config.ts'
import { datesOf } from '../../suites/kit/run/preflight/certificates.ts'
import { type Diagnosis, ok, warning } from '../../suites/kit/run/preflight/diagnosis.ts'
import { type PartyPlan, partyPlan } from '../../suites/targets/party-plan.ts'
import type { ConfigFiles } from '../config/read.ts'
import { clientsOf } from './clients.ts'
import { debtorsOf, fixturesOf } from './fixtures.ts'
import { diskOf, listeningIn, portOf } from './machine.ts'

/** What can be told on this machine, before anybody is called. */

export async function lookHere(files: ConfigFiles, out: string): Promise<readonly Diagnosis[]> {
  const plan = partyPlan(files.config)
  return [
    ...ownCertificates(files),
    keysOf(files.keystore, plan),
    ...(files.config.kfrRegister === undefined && files.config.baseUrl !== undefined ? [fixturesOf(files)] : []),
    ...debtorsOf(files),
    ...clientsOf(files),
    ...(await Promise.all(listeningIn(plan).map((party) => portOf(party, plan as PartyPlan)))),
    await diskOf(resolve(out)),
  ]
}

function ownCertificates({ config, keystore: { parties }, secrets }: ConfigFiles): readonly Diagnosis[] {
  const anew =
    'take "parties" out of the keystore, let samsvar init make new ones, and give the bank the new trust anchor'
  const renewed =
    'take "bank" out of "parties" in the keystore, let samsvar mocks make a new one, and give it to the bank'
  const own =
    parties === undefined
      ? []
      : [
          { name: 'our trust anchor', certificate: parties.root.certificate, remedy: anew },
          { name: 'the certificate of Brønnøysundregistrene', certificate: parties.consumer.certificate, remedy: anew },
          { name: 'the certificate of the second agency', certificate: parties.secondAgency.certificate, remedy: anew },
          ...(parties.bank === undefined || (config.konkursvarsel ?? config.dsve ?? config.kfr) === undefined
            ? []
            : [
                { name: 'the client certificate that we made', certificate: parties.bank.certificate, remedy: renewed },
              ]),
        ]
  const trusted = secrets.trust.map((certificate, index) => {
    return { name: `certificate ${index + 1} in "trust"`, certificate, remedy: 'ask the bank for the new one' }
  })
  return [...own, ...trusted].map((named) => datesOf(named, Date.now()))
}

function keysOf({ parties, consumerKeys }: Keystore, plan: PartyPlan | null): Diagnosis {
  const what = 'keys in the keystore'
  const isOurs = plan !== null && plan.ours.length > 0
  if (isOurs && parties === undefined)
    return warning(
      what,
      'the parties get new keys in every run, which the bank does not know',
      'let samsvar init or samsvar mocks --keystore add them',
    )
  const hasKeys = parties !== undefined || consumerKeys.length > 0
  return hasKeys ? ok(what, 'there') : warning(what, 'no key opens what the bank seals', 'add it to "consumerKeys"')
}

import { type Diagnosis, ok } from '../../suites/kit/run/preflight/diagnosis.ts'
import { brokerClientIds, reporterClientId } from '../../suites/targets/mocks.ts'
import type { ConfigFiles } from '../config/read.ts'
import { clientBeside } from '../mocks/handed-out.ts'

/** As whom the bank asks our Maskinporten for tokens. */
export function clientsOf({ config: { parties, dsve, kfr }, keystorePath }: ConfigFiles): readonly Diagnosis[] {
  const { certificate, key } = clientBeside(keystorePath)
  const client = (of: string, id: string) =>
    ok(`client of the bank for ${of}`, `${id} at Maskinporten, signs with ${key}, and ${certificate} in x5c`)
  if ('control' in parties || typeof parties.maskinporten === 'object') return []
  return [
    ...(dsve === undefined ? [] : [client('Altinn Broker', brokerClientIds.bank)]),
    ...(kfr === undefined ? [] : [client('Kundeforholdsregisteret', reporterClientId)]),
  ]
}

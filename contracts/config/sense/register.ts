import { clientNames } from '../../kfr-register/operator.ts'
import { at, type Nonsense, type Sense, textAt } from './look.ts'

/** Clients of a register who could not play their parts. */

/** Whether one institution sees what another has reported shows with two of them only. */
export const threeClients: Sense = (config) => {
  const taken = new Map<string, string>()
  return clientNames.flatMap((name): readonly Nonsense[] => {
    const steps = ['kfrRegister', 'clients', name, 'organisationNumber']
    const number = textAt(config, ...steps)
    if (number === undefined) return []
    const earlier = taken.get(number)
    taken.set(number, earlier ?? name)
    const remedy = 'name three organisations: two that report, and an agency'
    return earlier === undefined ? [] : [{ steps, wrong: `is that of ${earlier}, too`, remedy }]
  })
}

/** With the real Maskinporten every client has a registration of its own; with ours none is needed. */
export const clientsOfMaskinporten: Sense = (config) => {
  if (typeof at(config, 'kfrRegister', 'clients') !== 'object') return []
  const isExternal = typeof at(config, 'parties', 'maskinporten', 'external') === 'object'
  return clientNames.flatMap((name): readonly Nonsense[] => {
    const isNamed = at(config, 'kfrRegister', 'clients', name, 'maskinporten') !== undefined
    if (isNamed === isExternal || typeof at(config, 'kfrRegister', 'clients', name) !== 'object') return []
    const steps = ['kfrRegister', 'clients', name, ...(isNamed ? ['maskinporten'] : [])]
    return isNamed
      ? [
          {
            steps,
            wrong: 'is a client of an external Maskinporten, and ours is used',
            remedy: 'leave it out, or say "external" below "parties.maskinporten"',
          },
        ]
      : [
          {
            steps,
            wrong: 'has no client at the external Maskinporten',
            remedy: 'add "maskinporten: { clientId: …, key: … }"',
          },
        ]
  })
}

/** Who operates a register is not judged as a bank by the same file. */
export const registerAlone: Sense = (config) => {
  if (at(config, 'kfrRegister') === undefined || at(config, 'konkursvarsel') === undefined) return []
  return [
    {
      steps: ['konkursvarsel'],
      wrong: 'is about a bank, and the participant is the operator of a register',
      remedy: 'leave it out, and judge the bank with a configuration of its own',
    },
  ]
}

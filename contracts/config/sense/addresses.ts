import { at, type Nonsense, type Sense, type Steps, textAt } from './look.ts'

/** Addresses that have the right form and lead nowhere, or give something away. */

const addresses: readonly Steps[] = [
  ['baseUrl'],
  ['capabilities', 'production', 'baseUrl'],
  ['hooks', 'baseUrl'],
  ['parties', 'control'],
  ['parties', 'maskinporten', 'external', 'tokenEndpoint'],
  ['parties', 'maskinporten', 'external', 'issuer'],
]

export const readableAddresses: Sense = (config) =>
  addresses.flatMap((steps): readonly Nonsense[] => {
    const text = textAt(config, ...steps)
    if (text === undefined || !/^https?:\/\//.test(text)) return []
    const url = URL.parse(text)
    if (url === null)
      return [{ steps, wrong: 'is no address', remedy: 'look at host and port: https://bank.example:8443/v2' }]
    if (url.username !== '' || url.password !== '')
      return [{ steps, wrong: 'holds a user name or password', remedy: 'take it out: the interface knows tokens only' }]
    return []
  })

export const twoInstances: Sense = (config) => {
  const steps = ['capabilities', 'production', 'baseUrl'] as const
  const production = textAt(config, ...steps)
  return production !== undefined && production === textAt(config, 'baseUrl')
    ? [{ steps, wrong: 'is the same as "baseUrl"', remedy: 'write the address of the other instance, or take it out' }]
    : []
}

export const onePortEach: Sense = (config) => {
  const ports = Object.entries((at(config, 'parties', 'ports') ?? {}) as object)
  return ports.flatMap(([name, port], index) => {
    const earlier = ports.slice(0, index).find(([, other]) => other === port)
    const remedy = 'give each party a port of its own'
    return earlier === undefined
      ? []
      : [{ steps: ['parties', 'ports', name], wrong: `is the port of ${earlier[0]}, too`, remedy }]
  })
}

/** The name by which others reach this machine; an address of all interfaces is none. */
export const reachableHost: Sense = (config) => {
  const host = textAt(config, 'parties', 'host')
  if (host === undefined) return []
  const steps = ['parties', 'host'] as const
  if (/[/\s@:]/.test(host) && !/^[\da-f:]+$/i.test(host))
    return [{ steps, wrong: 'is no host name', remedy: 'write a name or an address without scheme, port and path' }]
  if (host === '0.0.0.0' || host === '::')
    return [{ steps, wrong: 'cannot be called', remedy: 'write the name by which the bank reaches this machine' }]
  return []
}

import type { RegisterSamples } from '../../contracts/kfr-register/operator.ts'
import { inconclusive, type Judgement } from '../kit/judge/judgement.ts'
import type { Target } from '../kit/target.ts'
import { profileOf } from './calls.ts'

/** Test data that only the operator can have made. */

const described = {
  karCustomer: 'customer of an institution in KAR with an active account',
  disponent: 'person who disposes of an account and owns none',
  account: 'account that KAR knows',
  collectionAccount: 'collection account of the first reporter',
} as const satisfies Record<keyof RegisterSamples, string>

export const sampleOf = <Name extends keyof RegisterSamples>(
  target: Target,
  name: Name,
): NonNullable<RegisterSamples[Name]> | null => profileOf(target).samples?.[name] ?? null

const withoutSample = (name: keyof RegisterSamples): Judgement =>
  inconclusive('fixture-missing', `the configuration names no ${described[name]} ("kfrRegister.samples.${name}")`)

/** Asks only where there is somebody to ask about; null otherwise. */
export const withSample = async <Name extends keyof RegisterSamples, T>(
  target: Target,
  name: Name,
  ask: (sample: NonNullable<RegisterSamples[Name]>) => Promise<T>,
): Promise<T | null> => {
  const sample = sampleOf(target, name)
  return sample === null ? null : ask(sample)
}

export const judged = <T>(asked: T | null, name: keyof RegisterSamples, judge: (asked: T) => Judgement): Judgement =>
  asked === null ? withoutSample(name) : judge(asked)

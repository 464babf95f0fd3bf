import type { Area } from '../contracts/requirement.ts'
import { told as dsveActs } from '../suites/dsve/acts/index.ts'
import { told as kfrActs } from '../suites/kfr-rapportering/acts/index.ts'
import { acts, demanded } from '../suites/konkursvarsel/acts/index.ts'

/** What a participant is told beforehand of the acts of an area: for how many of its polls each waits, and what it needs. */
export const actLines = (areas: readonly Area[]): readonly string[] => [
  ...(areas.includes('konkursvarsel') ? konkursLines() : []),
  ...(areas.includes('dsve') ? dsveLines() : []),
  ...(areas.includes('kfr-rapportering') ? kfrLines() : []),
]

const dsveLines = (): readonly string[] => [
  '',
  'acts of dsve, and what happens in each:',
  ...dsveActs.map(({ name, does }) => `${name.padEnd(18)}${does}`),
  'an answer is waited for as long as dsve.answerSeconds says; with the hook poll nobody waits for a bank that has looked',
]

function kfrLines(): readonly string[] {
  return [
    '',
    'acts of kfr-rapportering, and what the bank does in each, by its hooks or by people who are told to:',
    ...kfrActs.map(({ name, does }) => `${name.padEnd(18)}${does}`),
    'where there is no hook each instruction is waited for, for kfr.instructionSeconds and kfr.reportSeconds at most;',
    'after two that nothing came of no more are given',
  ]
}

function konkursLines(): readonly string[] {
  const polls = acts.filter(({ movesClock }) => !movesClock).reduce((sum, act) => sum + act.polls, 0)
  return [
    '',
    'acts of konkursvarsel, and for how many list calls of the participant each waits at most:',
    ...acts.map(({ name, polls: count, movesClock }) => {
      const hooks = demanded[name] ?? []
      const needs = hooks.length === 0 ? '' : `needs the hook ${hooks.join(', ')}`
      const clock = movesClock ? 'on a clock that is moved' : `${count} list call${count === 1 ? '' : 's'}`
      return `${name.padEnd(18)}${clock.padEnd(26)}${needs}`.trimEnd()
    }),
    `${polls} list calls in all where no clock is moved; with the hook poll nobody waits for them`,
  ]
}

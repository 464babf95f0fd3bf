import type { Area } from '../contracts/requirement.ts'
import { acts, demanded } from '../suites/konkursvarsel/acts/index.ts'

/** What a participant is told beforehand of the acts of an area: for how many of its polls each waits, and what it needs. */
export function actLines(areas: readonly Area[]): readonly string[] {
  if (!areas.includes('konkursvarsel')) return []
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

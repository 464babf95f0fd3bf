import type { Implication, Twins } from '../../relations.ts'

/**
 * What the rows of this area say of one another. Twins and implications that lead to or from the account interface stand
 * with that area (`contracts/kontrollinformasjon/requirements`): KI-KON-023 is KV-067, KI-KON-025 is KV-071.
 */
export const sameAs: readonly Twins[] = []

export const implies: readonly Implication[] = [
  {
    these: ['KV-013', 'KV-018', 'KV-020', 'KV-022', 'KV-012', 'KV-023'],
    imply: ['KV-010'],
    why: 'One way to break each is a time that is later than everything that was received.',
  },
  { these: ['KV-010'], imply: ['KV-011'], why: 'Who asks from its own clock asks from after what is published late.' },
  {
    these: ['KV-020'],
    imply: ['KV-022', 'KV-023'],
    why: 'Who takes every error for no news takes a refused connection for it, and a stop of days.',
  },
  { these: ['KV-012'], imply: ['KV-023'], why: 'A stop of days ends with a start.' },
  {
    these: ['KV-035'],
    imply: ['KV-012'],
    why: 'A notice that is forgotten with its detail is not there after a restart either.',
  },
  { these: ['KV-070'], imply: ['KV-069'], why: 'A limit that is counted from today is another for every ruling.' },
  { these: ['KV-028'], imply: ['KV-068'], why: 'About whom nobody knows that there is a notice, Brreg is refused.' },
  {
    these: ['KV-031'],
    imply: ['KV-032'],
    why: 'Who takes a stranger for a customer fetches the detail of the stranger.',
  },
  { these: ['KV-062'], imply: ['KV-064'], why: 'Who locks on every avslutning locks on the one with T.' },
  {
    these: ['KV-028', 'KV-029', 'KV-037', 'KV-050', 'KV-051', 'KV-054'],
    imply: ['KV-074'],
    why: 'The published set holds an example of each.',
  },
  { these: ['KV-066'], imply: ['KV-074'], why: 'Notices of the published set lack the ruling.' },
]

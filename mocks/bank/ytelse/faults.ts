import { defineFault, type Fault } from '../kontrollinformasjon/fault.ts'
import { listAccounts } from '../kontrollinformasjon/parts/list-accounts.ts'
import { arriveAt } from './arrive.ts'
import {
  type Behaviour,
  constantDelay,
  degrading,
  failingShare,
  slowBesideJob,
  slowShare,
  stalls,
  throttle,
} from './behaviour.ts'

/** What a bank gets wrong under load only, with counts that are known. */
export interface LoadFault extends Fault {
  /** Rows that a standard window leaves open, because the share is too near to what is allowed. */
  readonly undecided: readonly string[]
  /** Null where it is not a matter of time. */
  readonly behaviour: (() => Behaviour) | null
}

type Wrong = Pick<Fault, 'id' | 'story' | 'violates'> & { readonly undecided?: readonly string[] }

const timed = ({ undecided = [], ...wrong }: Wrong, behaviour: () => Behaviour): LoadFault => ({
  ...defineFault({ ...wrong, replaces: {}, listens: arriveAt(behaviour) }),
  undecided,
  behaviour,
})

const slow = ['YT-001', 'YT-006'] as const

/** When lists were asked for lately, by bank. */
const lately = new WeakMap<object, number[]>()

/** Eight lists in five seconds are more than anybody asks for in calm. */
const isHurried = (services: object, now = performance.now()): boolean => {
  const times = (lately.get(services) ?? []).filter((time) => time > now - 5000)
  lately.set(services, [...times, now])
  return times.length >= 8
}

export const loadFaults: readonly LoadFault[] = [
  timed(
    { id: 'answers-late', story: 'Every answer goes through a queue that is emptied too seldom.', violates: slow },
    constantDelay,
  ),
  timed(
    {
      id: 'half-a-percent-is-late',
      story: 'One connection in two hundred is opened anew. That is allowed, and no requirement is broken.',
      violates: [],
      undecided: ['YT-006'],
    },
    () => slowShare(6),
  ),
  timed(
    {
      id: 'one-percent-is-late',
      story: 'One call in a hundred waits for a lock: just what is not allowed, and more than two minutes can tell.',
      violates: [],
      undecided: slow,
    },
    () => slowShare(12),
  ),
  timed(
    { id: 'two-percent-are-late', story: 'One node of fifty is slow, and still gets its share.', violates: slow },
    () => slowShare(24),
  ),
  timed(
    {
      id: 'late-in-bursts',
      story: 'A log is written to disk now and then, and five calls in a row wait for it.',
      violates: slow,
    },
    () => slowShare(25, 5),
  ),
  timed(
    {
      id: 'stands-still-for-five-seconds',
      story: 'Once a minute memory is tidied up, and nobody is answered meanwhile.',
      violates: ['YT-004', 'YT-001', 'YT-006'],
    },
    stalls,
  ),
  timed(
    {
      id: 'fails-fast',
      story: 'Two of a hundred calls find no connection to the core system, and are told so at once.',
      violates: ['YT-003', 'YT-001', 'YT-006'],
    },
    () => failingShare(24),
  ),
  timed(
    {
      id: 'allows-five-a-second',
      story: 'The gateway was set up for people, and allows half of what was agreed.',
      violates: ['YT-002', 'YT-001', 'YT-006'],
    },
    () => throttle(),
  ),
  timed(
    {
      id: 'grows-slower',
      story: 'Every call leaves something behind that the next one has to look through.',
      violates: ['YT-005', 'YT-001', 'YT-006'],
    },
    degrading,
  ),
  timed(
    {
      id: 'slow-beside-large-lists',
      story: 'Pages of large accounts and everything else share a few threads.',
      violates: ['YT-006'],
    },
    slowBesideJob,
  ),
  {
    ...defineFault({
      id: 'forgets-an-account-when-hurried',
      story: 'Under load the list is made of those core systems that have answered so far.',
      violates: ['YT-007', 'YT-006'],
      replaces: {
        listAccounts: listAccounts({
          select: (accounts, { services }) => (isHurried(services) ? accounts.slice(0, -1) : accounts),
        }),
      },
    }),
    undecided: [],
    behaviour: null,
  },
]

/** A stimulus that makes a party fail, so many times; without a number until it is calm. */
interface Fails {
  readonly does: 'fails'
  readonly times?: number
}

type Does<Stimulus, Name> = Extract<Stimulus, { readonly does: Name }>

/** What a party was made to do, until it is calm. Several may be in force at once; of two that say the same, the later counts. */
interface InForce<Stimulus extends { readonly does: string }> {
  add(stimulus: Stimulus): void
  calm(): void
  all(): readonly Stimulus[]
  last<Name extends Stimulus['does']>(does: Name): Does<Stimulus, Name> | undefined
  /** The first order to fail that concerns this answer; null when none does. Each call is one of the times that were ordered. */
  fails(concerns: (order: Does<Stimulus, 'fails'>) => boolean): Does<Stimulus, 'fails'> | null
}

export function createInForce<Stimulus extends { readonly does: string }>(): InForce<Stimulus> {
  let all: Stimulus[] = []
  const left = new Map<Does<Stimulus, 'fails'>, number>()
  return {
    add(stimulus) {
      all.push(stimulus)
      if (isFailing(stimulus)) left.set(stimulus, stimulus.times ?? Number.POSITIVE_INFINITY)
    },
    calm() {
      all = []
      left.clear()
    },
    all: () => all,
    last: (does) => all.findLast((one): one is Does<Stimulus, typeof does> => one.does === does),
    fails(concerns) {
      for (const [order, times] of left) {
        if (times === 0 || !concerns(order)) continue
        left.set(order, times - 1)
        return order
      }
      return null
    },
  }
}

const isFailing = <Stimulus extends { readonly does: string }>(
  stimulus: Stimulus,
): stimulus is Does<Stimulus, 'fails'> & Fails => stimulus.does === 'fails'

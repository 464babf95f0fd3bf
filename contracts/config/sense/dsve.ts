import { alwaysThere } from '../../dsve/declared.ts'
import { loanNumbers } from '../../dsve/fixtures/own-numbers.ts'
import { nearest } from '../../nearest.ts'
import { at, listAt, type Sense, textAt } from './look.ts'

/** A bank without the case that most questions are about could be asked next to nothing. */
export const heldCase: Sense = (config) =>
  listAt(config, 'dsve', 'without').flatMap((name, index) =>
    name === alwaysThere
      ? [
          {
            steps: ['dsve', 'without', index],
            wrong: `names ${alwaysThere}, which most questions are about`,
            remedy: `take it out, and make ${alwaysThere}; samsvar fixtures --area dsve tells how`,
          },
        ]
      : [],
  )

const ownNumbers = (config: unknown) => Object.keys((at(config, 'dsve', 'loans') ?? {}) as object)

export const knownLoans: Sense = (config) =>
  ownNumbers(config)
    .filter((number) => !loanNumbers.includes(number))
    .map((number) => {
      const [guess] = nearest(number, loanNumbers)
      const remedy = guess === undefined ? 'samsvar fixtures --area dsve tells them' : `did you mean "${guess}"?`
      return { steps: ['dsve', 'loans', number], wrong: 'is no lånenummer of a case', remedy }
    })

/** Two loans that are one cannot be told apart in an answer. */
export const ownLoans: Sense = (config) => {
  const taken = new Set<string>()
  return ownNumbers(config).flatMap((number) => {
    const steps = ['dsve', 'loans', number, 'laanenummer']
    const own = textAt(config, ...steps)
    const isTaken = own !== undefined && taken.has(own)
    taken.add(own ?? '')
    return isTaken ? [{ steps, wrong: 'is that of another loan, too', remedy: 'give each loan its own' }] : []
  })
}

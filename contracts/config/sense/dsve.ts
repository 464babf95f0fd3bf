import { alwaysThere } from '../../dsve/declared.ts'
import { listAt, type Sense } from './look.ts'

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

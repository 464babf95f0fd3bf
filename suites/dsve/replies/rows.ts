import type { CaseId } from '../../../contracts/dsve/fixtures/cases.ts'

/**
 * Of which answers each row speaks that one answer alone can break (contracts/dsve/rules): of any, of those that say yes
 * or no, or of one kind of message. `about`: the cases without which nothing is seen of it.
 */
export interface Speaks {
  readonly of: 'any' | 'yes' | 'no' | 'restgjeldssvar' | 'innfrielsessaldosvar'
  /** Whether answers to what was asked in an odd or a broken way are meant too. */
  readonly however?: true
  readonly about?: readonly CaseId[]
  /** The element without which nothing is seen of it. */
  readonly where?: string
}

const any = { of: 'any' } as const
const yes = (...about: readonly CaseId[]): Speaks => ({ of: 'yes', ...(about.length > 0 ? { about } : {}) })
const every = { of: 'any', however: true } as const
const everyNo = { of: 'no', however: true } as const
const restgjeld = (...about: readonly CaseId[]): Speaks => ({ ...yes(...about), of: 'restgjeldssvar' })
const innfrielse = (...about: readonly CaseId[]): Speaks => ({ ...yes(...about), of: 'innfrielsessaldosvar' })

export const replyRows: Readonly<Record<string, Speaks>> = {
  'DSVE-061': any,
  'DSVE-062': any,
  'DSVE-065': any,
  'DSVE-071': every,
  'DSVE-080': any,
  'DSVE-081': every,
  'DSVE-082': every,
  'DSVE-083': everyNo,
  'DSVE-084': everyNo,
  'DSVE-086': any,
  'DSVE-087': any,
  'DSVE-088': any,
  'DSVE-089': yes(),
  'DSVE-090': any,
  'DSVE-091': any,
  'DSVE-092': yes(),
  'DSVE-094': yes(),
  'DSVE-100': yes(),
  'DSVE-101': yes(),
  'DSVE-102': yes(),
  'DSVE-103': yes(),
  'DSVE-104': yes(),
  'DSVE-105': innfrielse(),
  'DSVE-106': yes(),
  'DSVE-107': yes(),
  'DSVE-108': yes(),
  'DSVE-109': yes(),
  'DSVE-110': yes(),
  'DSVE-112': yes(),
  'DSVE-120': yes('S6', 'S11', 'S20'),
  'DSVE-121': yes('S6'),
  'DSVE-122': yes(),
  'DSVE-123': yes(),
  'DSVE-125': yes(),
  'DSVE-126': yes('S11'),
  'DSVE-127': yes(),
  'DSVE-128': yes('S5', 'S6'),
  'DSVE-130': yes('S6'),
  'DSVE-131': yes('S11'),
  'DSVE-132': yes(),
  'DSVE-133': yes(),
  'DSVE-134': yes(),
  'DSVE-135': yes(),
  'DSVE-136': yes('S2', 'S6'),
  'DSVE-138': yes('S10'),
  'DSVE-139': yes('S8', 'S9'),
  'DSVE-140': yes(),
  'DSVE-141': every,
  'DSVE-142': every,
  'DSVE-143': yes('S26'),
  'DSVE-144': yes(),
  'DSVE-150': restgjeld(),
  'DSVE-151': restgjeld('S2'),
  'DSVE-152': restgjeld('S2'),
  'DSVE-153': restgjeld('S6'),
  'DSVE-154': restgjeld('S3', 'S4', 'S6'),
  'DSVE-155': restgjeld(),
  'DSVE-156': { ...restgjeld('S3'), where: 'oevreGrenseRammelaan' },
  'DSVE-157': { ...restgjeld('S4'), where: 'oevreGrenseRammelaan' },
  'DSVE-158': restgjeld('S3', 'S4', 'S6'),
  'DSVE-159': restgjeld(),
  'DSVE-170': innfrielse(),
  'DSVE-171': innfrielse(),
  'DSVE-173': innfrielse(),
  'DSVE-174': innfrielse(),
  'DSVE-175': innfrielse('S6'),
  'DSVE-176': innfrielse(),
  'DSVE-177': innfrielse('S6'),
  'DSVE-178': innfrielse('S2', 'S16'),
  'DSVE-208': yes(),
}

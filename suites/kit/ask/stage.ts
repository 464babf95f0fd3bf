import type { Control } from '../../../contracts/control/protocol.ts'
import type { Inquiry, Sent } from '../../../contracts/dsve/correspondence.ts'
import type { Expected } from '../../../contracts/dsve/fixtures/known.ts'
import type { HookName, Hooks } from '../../../contracts/hooks/protocol.ts'
import type { LoadWindow } from '../../../contracts/report/load.ts'
import type { Inspection } from '../evidence/inspect.ts'
import type { Profile } from '../load/profile.ts'
import type { Scenario } from '../load/scenario.ts'
import type { Target } from '../target.ts'
import type { Answer } from './answer.ts'
import type { Changes, Request } from './request.ts'
import type { Done, Sighting } from './witness.ts'

/** What the parties can be told in an act. */
export type Told = Extract<keyof Control, 'publish' | 'stimulate' | 'calm' | 'advance' | 'lookUp'>

/** The doors of an act. All that goes through them is recorded. */
export interface Stage {
  readonly target: Target
  /** Ids that the harness invents follow from it. */
  readonly runId: string
  /** From here on everything bears this name after that of the act. */
  scene(name: string): Promise<void>
  /** Puts a question to the participant: once in a scene, however often it is asked. */
  ask(request: Request, changes?: Changes & { readonly repeat?: number }): Promise<Answer>
  offers(hook: HookName): boolean
  /** Calls a hook, which must be offered. */
  hook<Name extends HookName>(name: Name, request: Hooks[Name]['request']): Promise<Answer>
  tell<Call extends Told>(call: Call, request: Parameters<Control[Call]>[0]): Promise<Done>
  /** The same where it need not be possible: the outcome then says why it was not (`Failed`), and nobody is the worse for it. */
  attempt<Call extends Told>(call: Call, request: Parameters<Control[Call]>[0]): Promise<Done>
  /**
   * Has the megler ask the participant. The answer is held against the case, and against what is said here where the way
   * of asking is the point.
   */
  inquire(inquiry: Inquiry, expects?: Partial<Expected>): Promise<Inquired>
  /** What the parties saw since the act began, oldest first; letters and what was done at the broker among them. */
  seen(): Promise<readonly Sighting[]>
  /** How much load a window of this run makes. */
  readonly loadProfile: Profile
  /** Puts many questions at planned times, as the profile of the run says, and records every one. */
  load(scenario: Scenario): Promise<readonly LoadWindow[]>
  /** Puts a question again and again until its answer is enough, from `first` on; no longer than that. */
  askUntil(what: string, request: Request, until: AskedUntil): Promise<{ readonly done: Done; readonly answer: Answer }>
  /** Reads files of the participant's house, and records what was found of what is looked for. */
  inspect(inspection: Inspection): Promise<Done>
  /** Waits until enough was seen; no longer than that. `what` is told to whoever watches. */
  until(what: string, enough: (seen: readonly Sighting[]) => boolean, withinMs: number): Promise<Done>
  /**
   * Tells the participant's people what to do now, and waits until it is seen; no longer than they were given. Whether they
   * did it nobody can tell where nothing is seen.
   */
  instruct(what: string, enough: (seen: readonly Sighting[]) => boolean, withinMs: number): Promise<Done>
}

/** `sent` is null where the megler could not ask: the deed says why. */
export interface Inquired {
  readonly inquiry: Inquiry
  readonly sent: Sent | null
  readonly done: Done
}

interface AskedUntil {
  readonly enough: (answer: Answer) => boolean
  readonly withinMs: number
  /** Repeat number of the first question; those after it count on from there. */
  readonly first?: number
}

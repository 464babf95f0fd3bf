import { defineFault } from '../fault.ts'
import type { Answer } from '../model.ts'
import { afterAnswer } from '../parts/after-answer.ts'

/** KFRB-024 to KFRB-030: what the bank makes of refusals, of silence and of a crowd. */

const isStatus = (answer: Answer, status: number) => 'status' in answer && answer.status === status

/** What is answered so is sent six times, whatever was said. */
const repeating =
  (status: number): typeof afterAnswer =>
  (task, answer) =>
    isStatus(answer, status) && task.attempts < 6 ? { does: 'again', afterMs: 60 } : afterAnswer(task, answer)

export const troubleFaults = [
  defineFault({
    id: 'repeats-an-unknown-end',
    story: 'What is not found will be found later.',
    violates: ['KFRB-024'],
    replaces: { afterAnswer: repeating(404) },
  }),
  defineFault({
    id: 'repeats-what-is-refused',
    story: 'Every error is tried again.',
    violates: ['KFRB-025'],
    replaces: { afterAnswer: repeating(400) },
  }),
  defineFault({
    id: 'comes-back-to-what-was-refused',
    story: 'Whatever failed is taken up again by the job of the next hour.',
    violates: ['KFRB-025'],
    replaces: {
      afterAnswer: (task, answer) =>
        isStatus(answer, 400) && task.attempts === 1 ? { does: 'again', afterMs: 2500 } : afterAnswer(task, answer),
    },
  }),
  defineFault({
    id: 'gives-up-after-a-401',
    story: 'A client error is nothing that trying again could mend.',
    violates: ['KFRB-026'],
    replaces: {
      afterAnswer: (task, answer) =>
        isStatus(answer, 401) ? { does: 'alarm', renews: true } : afterAnswer(task, answer),
    },
  }),
  defineFault({
    id: 'tries-the-refused-token-again',
    story: 'A token that is not over is used, whatever the register says of it.',
    violates: ['KFRB-026'],
    replaces: {
      afterAnswer: (task, answer) =>
        isStatus(answer, 401) && task.attempts < 3 ? { does: 'again', afterMs: 20 } : afterAnswer(task, answer),
    },
  }),
  defineFault({
    id: 'hammers-where-it-is-refused',
    story: 'Whoever has no access will be let in some time.',
    violates: ['KFRB-027'],
    replaces: { afterAnswer: repeating(403) },
  }),
  defineFault({
    id: 'comes-back-after-a-403',
    story: 'Access comes with the next delivery, and a report is tried again until then.',
    violates: ['KFRB-027'],
    replaces: {
      afterAnswer: (task, answer) =>
        isStatus(answer, 403) && task.attempts === 1 ? { does: 'again', afterMs: 700 } : afterAnswer(task, answer),
    },
  }),
  defineFault({
    id: 'loses-an-end-that-failed',
    story: 'An end is sent once: whoever has left is no business of the bank.',
    violates: ['KFRB-028'],
    replaces: {
      afterAnswer: (task, answer) =>
        task.act === 'end' && ('silent' in answer || answer.status >= 500)
          ? { does: 'alarm' }
          : afterAnswer(task, answer),
    },
  }),
  defineFault({
    id: 'loses-what-failed',
    story: 'A report is sent once, and logged when it fails.',
    violates: ['KFRB-028'],
    replaces: {
      afterAnswer: (task, answer) =>
        'silent' in answer || answer.status >= 500 ? { does: 'alarm' } : afterAnswer(task, answer),
    },
  }),
  defineFault({
    id: 'tries-again-at-once',
    story: 'A pause only makes the report later.',
    violates: [],
    tolerates: ['KFRB-028'],
    replaces: { pauseAfter: () => 0 },
  }),
  defineFault({
    id: 'lets-workers-swap-reports',
    story: 'Reports are handed to many workers, and whichever is free takes the next.',
    violates: ['KFRB-029'],
    replaces: { nextTask: (tasks, now, isHeld) => tasks.find((task) => task.notBefore <= now && !isHeld(task)) },
  }),
  defineFault({
    id: 'reports-as-fast-as-it-can',
    story: 'Nobody has said in the program how much the register can take.',
    violates: ['KFRB-030'],
    replaces: { pace: () => 0 },
  }),
]

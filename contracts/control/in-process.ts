import { controlThrough, performCall, requestOf, requestText } from './perform.ts'
import type { Control } from './protocol.ts'

/**
 * The parties' own object, reached as if over the wire: requests and answers are JSON, checked, copied and frozen.
 * Its calls throw a ControlError (`invalid`, `too-large`, `failed`).
 */
export function inProcess(control: Control): Control {
  return controlThrough(async (call, request) =>
    performCall(control, call, requestOf(call, requestText(call, request))),
  )
}

import { writeForm } from '../../../../contracts/kfr/batch/multipart.ts'

interface Form {
  readonly contentType: string
  readonly body: string
}

/** As the published example writes it: a bare boundary, two parts, a closing delimiter (KFRB-031, KFRB-032). */
export function form(list: string, boundary: string): Form {
  const { contentType, body } = writeForm({ list, boundary })
  return { contentType, body: body.toString() }
}

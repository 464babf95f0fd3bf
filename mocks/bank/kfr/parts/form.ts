import { relationshipType } from '../../../../contracts/kfr/operations.ts'

export interface Form {
  readonly contentType: string
  readonly body: string
}

/** As the published example writes it: a bare boundary, two parts, a closing delimiter (KFRB-031, KFRB-032). */
export function form(list: string, boundary: string): Form {
  const part = (...lines: readonly string[]) => `--${boundary}\r\n${lines.join('\r\n')}\r\n`
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: [
      part('Content-Disposition: form-data; name="customer_type"', '', relationshipType),
      part(
        'Content-Disposition: form-data; name="customers"; filename="customers.csv"',
        'Content-Type: text/plain',
        '',
        list,
      ),
      `--${boundary}--\r\n`,
    ].join(''),
  }
}

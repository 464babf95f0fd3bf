/** Why the broker says no, by the number of its own list (dsve.md 1.8). The sentences are ours. */

export const problems = {
  1: { status: 404, detail: 'There is no such file transfer' },
  2: { status: 400, detail: 'The service owner is not configured in the broker' },
  3: { status: 400, detail: 'No file has been uploaded yet' },
  4: { status: 409, detail: 'An upload was made or tried already; initialise a new file transfer' },
  5: { status: 403, detail: 'The resource is unknown or has no service owner' },
  6: { status: 401, detail: 'The token gives no access to the resource on behalf of this party' },
  7: { status: 403, detail: 'The file cannot be downloaded in this status' },
  8: { status: 500, detail: 'The upload failed; details of the file transfer say more' },
  9: { status: 400, detail: 'The MD5 of the uploaded file is not the checksum that was given' },
  10: { status: 400, detail: 'A download can be confirmed only while the file transfer is published' },
  16: { status: 400, detail: 'The file is larger than the resource allows' },
  19: { status: 400, detail: 'A download is confirmed after it was begun, not before' },
  20: { status: 400, detail: 'The resource is not approved for transfers without virus scan' },
  21: { status: 503, detail: 'The storage is not ready; try again later' },
  25: { status: 400, detail: 'The resource is not configured in the broker' },
  26: { status: 400, detail: 'A party that the resource requires is neither sender nor recipient' },
  28: { status: 400, detail: 'A recipient is not on the access list of the resource' },
  29: { status: 416, detail: 'The range lies outside the file' },
} as const satisfies Readonly<Record<number, { readonly status: number; readonly detail: string }>>

export type ProblemNumber = keyof typeof problems

/** RFC 9110 section by status, where the problem's `type` points. */
const sections: Readonly<Record<number, readonly [string, string]>> = {
  400: ['15.5.1', 'Bad Request'],
  401: ['15.5.2', 'Unauthorized'],
  403: ['15.5.4', 'Forbidden'],
  404: ['15.5.5', 'Not Found'],
  405: ['15.5.6', 'Method Not Allowed'],
  406: ['15.5.7', 'Not Acceptable'],
  409: ['15.5.10', 'Conflict'],
  413: ['15.5.14', 'Content Too Large'],
  415: ['15.5.16', 'Unsupported Media Type'],
  416: ['15.5.17', 'Range Not Satisfiable'],
  500: ['15.6.1', 'Internal Server Error'],
  501: ['15.6.2', 'Not Implemented'],
  503: ['15.6.4', 'Service Unavailable'],
}

const framed = (status: number, trace: string) => {
  const [section, title] = sections[status] ?? ['15', 'Error']
  return { type: `https://tools.ietf.org/html/rfc9110#section-${section}`, title, status, traceId: trace }
}

export const codeOf = (number: number): string => `BRO-${String(number).padStart(5, '0')}`

export function problemBody(number: ProblemNumber, trace: string) {
  const { status, detail } = problems[number]
  return { ...framed(status, trace), detail, code: codeOf(number) }
}

/** What has no number: paths, media types, broken bodies. */
export const plainProblem = (status: number, trace: string, detail?: string) => ({
  ...framed(status, trace),
  ...(detail === undefined ? {} : { detail }),
})

/** Model validation, by member (dsve.md 1.8). */
export const validationProblem = (errors: Readonly<Record<string, readonly string[]>>, trace: string) => ({
  ...framed(400, trace),
  title: 'One or more validation errors occurred.',
  errors,
})

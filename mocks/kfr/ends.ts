/** What is kept of the end of a body, for the closing delimiter. */
const tailBytes = 256

/** The beginning of a body, so many bytes of it. */
export function createHead(length: number) {
  let kept = Buffer.alloc(0)
  return {
    push(chunk: Buffer) {
      if (kept.length < length) kept = Buffer.concat([kept, chunk.subarray(0, length - kept.length)])
    },
    bytes: () => kept,
  }
}

export function createTail() {
  let kept = Buffer.alloc(0)
  return {
    push(chunk: Buffer) {
      kept = Buffer.concat([kept, chunk.subarray(-tailBytes)]).subarray(-tailBytes)
    },
    bytes: () => kept,
  }
}

/**
 * What one answer, and all answers of a run together, may cost. A participant chooses what it sends, so nothing of it is
 * trusted to be small: time, bytes, headers, depth and the number of values all have an end.
 */

const mebibyte = 1024 * 1024

/** Bytes of a body above which nothing is waited for any more: the exchange is then inconclusive, with this reason. */
export const largestAnswer = 64 * mebibyte

/** Bytes of a body, or of what was sealed in it, above which it is counted and not read. */
export const largestRead = 32 * mebibyte

/** Bytes of all headers and trailers of one answer together. Node itself stops at 16 KiB; some gateways go to 32 KiB. */
export const largestHead = 64 * 1024

/** 1xx answers before the real one (RFC 9110 §15.2 sets no limit). Nobody needs more than a few. */
export const mostInterim = 100

/** Characters of a body that are kept as they stood; of a longer one its beginning, beside what was read of it. */
export const longestKept = 256 * 1024

/** The same of a large body that nobody could read: junk costs as much in the evidence as it does on the wire, or more. */
export const longestUnread = 16 * 1024

/** Levels of JSON (RFC 8259 §9 leaves it to the reader). The deepest body of a catalogue has a dozen. */
export const deepestJson = 200

/** Values of one JSON text: some five thousand transactions. */
export const mostValues = 200_000

/** Items of one list. A hundred checks look at each of them; the largest account of a fixture has 2600 transactions. */
export const longestList = 5000

/** Places of members that stand twice which are named; one is enough to know it. */
export const mostDuplicates = 20

/** An answer that costs less than this is always read; larger ones share what a run may hold. */
export const smallAnswer = 256 * 1024
export const largeAnswersOfRun = 64 * mebibyte

/**
 * Bytes of a run that are read only to be counted. After so many, an answer is left as soon as it is larger than what is
 * still read of any: a hundred answers of 60 MiB would take minutes, and say what the first few have said.
 */
export const mostCounted = 256 * mebibyte

/** Bytes that a value costs beside its text: `{}` is 2 bytes on the wire, 56 in memory, and a finding for every check. */
export const costOfValue = 128

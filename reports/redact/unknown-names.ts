import { STATUS_CODES } from 'node:http'
import { enumerations } from '../../contracts/kontrollinformasjon/enumerations.ts'
import { register } from '../../contracts/register.ts'

/**
 * Names in a bank's free text that the run has never heard of. Neither Norwegian nor English writes other words in
 * capitals within a sentence, so what is written so, and is no word of the trade, is taken for a name. A name that
 * stands alone at the beginning of a sentence looks like any other word, and is not found.
 */

interface NameAt {
  readonly index: number
  readonly length: number
}

const usual =
  'access account accounts agency agreement altinn api authentication authorisation authorization bad bank bearer brreg ' +
  'brønnøysundregistrene brønnøysundregistrenes card certificate certpub claim client code connection consumer ' +
  'content correlation customer date database debtor denied digdir digitaliseringsdirektoratet dsop encrypted error ' +
  'europe exception expired failed failure feil field format found from gateway handler header id illegal input ' +
  'internal invalid issuer java json jwe jws jwt key konto kontoinformasjon konkurs kunde kunden kontoen limit maintenance ' +
  'mandate mangler maskinporten message method missing nav no norge norway norwegian not null oauth operation org ' +
  'oslo page parameter party path pointer query rate reference request requester required response resource role ' +
  'roles scope secret security server service skatteetaten software spring status system temporary timeout to token ' +
  'too transaction transactions type ugyldig unauthorized unavailable unexpected unknown unsupported url user value ' +
  'version via january february march april may june july august september october november december monday tuesday ' +
  'wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep oct nov dec mon tue wed thu fri sat sun'

const wordsIn = (text: string) =>
  text
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .match(/\p{L}+/gu) ?? []

/** Of the register, of HTTP, of the interface, and those that errors are told with. */
const ordinary = new Set(
  [
    ...register.flatMap(({ title }) => [title.en, title.nb]),
    ...Object.values(STATUS_CODES),
    ...Object.values(enumerations).flat(),
    usual,
  ].flatMap((text) => wordsIn(text ?? '')),
)

const isOrdinary = (text: string) => wordsIn(text).every((part) => ordinary.has(part))

const word = /(?<![\p{L}\p{N}_])\p{Lu}[\p{L}'’-]*\p{L}(?![\p{L}\p{N}_])/gu
/** What may stand between two words of one name. */
const between = /^(?:[ \u00a0-]|, |\. | (?:von|van|de|der|den|af|la|le) )$/
const beginsSentence = /(?:^|[.!?:;"'(«\n])\s*$/
/** `CorrelationID`: a name of programs, and of nobody; `MacLeod` is somebody's. */
const hump = /^(?!Mac\p{Lu}|Mc\p{Lu}|O['’]\p{Lu}).*\p{Ll}\p{Lu}/u
/** As many capitals may be short for anything. */
const shortCapitals = /^\p{Lu}{2,4}$/u

interface Word extends NameAt {
  readonly text: string
  readonly begins: boolean
}

/** The words of a whole text that belong to names. */
export function wordsOfUnknownNames(text: string): ReadonlySet<string> {
  // `Per` is a word and a name: beside one that is none it belongs to it, unless the sentence begins with it.
  const candidates = capitals(text).filter((one) => !hump.test(one.text) && !(one.begins && isOrdinary(one.text)))
  const names = runsOf(candidates, text).filter(
    (run) =>
      run.some((one) => !isOrdinary(one.text)) &&
      (run.length > 1 || run.some((one) => !one.begins && !shortCapitals.test(one.text))),
  )
  return new Set(names.flat().map((one) => one.text))
}

/** Where they stand in a part of it; words beside one another are one name. */
export function namesOf(words: ReadonlySet<string>, part: string): readonly NameAt[] {
  const there = words.size === 0 ? [] : capitals(part).filter((one) => words.has(one.text))
  return runsOf(there, part).map((run) => {
    const [first, last] = [run[0] as Word, run.at(-1) as Word]
    return { index: first.index, length: last.index + last.length - first.index }
  })
}

const capitals = (text: string): readonly Word[] =>
  [...text.matchAll(word)].map(({ 0: one, index }) => {
    return { text: one, index, length: one.length, begins: beginsSentence.test(text.slice(0, index)) }
  })

function runsOf(words: readonly Word[], text: string): readonly (readonly Word[])[] {
  const runs: Word[][] = []
  for (const one of words) {
    const last = runs.at(-1)?.at(-1)
    const joins = last !== undefined && between.test(text.slice(last.index + last.length, one.index))
    if (joins) runs.at(-1)?.push(one)
    else runs.push([one])
  }
  return runs
}

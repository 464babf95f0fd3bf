import type { Document, LineCounter } from 'yaml'
import type { Problem } from './problems.ts'

/** What keeps a file from being read at all, by the reader's own names. Its messages repeat the text, so they are not told. */
const sayings: Readonly<Record<string, Pick<Problem, 'wrong' | 'remedy'>>> = {
  DUPLICATE_KEY: { wrong: 'a key stands there twice', remedy: 'keep one of the two' },
  TAB_AS_INDENT: { wrong: 'a tab stands at the beginning of a line', remedy: 'indent with blanks' },
  BAD_INDENT: { wrong: 'the indentation does not fit', remedy: 'indent what belongs together by the same blanks' },
  MULTIPLE_DOCS: { wrong: 'a second document begins', remedy: 'keep one document in the file' },
  MISSING_CHAR: { wrong: 'a quotation mark, bracket or colon is missing', remedy: 'close what was opened before it' },
}

export function syntaxProblems({ errors }: Document, lines: LineCounter): readonly Problem[] {
  return errors.map(({ pos, code }) => {
    const { line, col } = lines.linePos(pos[0])
    const said = sayings[code] ?? { wrong: `not readable as YAML or JSON (${code})`, remedy: 'mend the syntax there' }
    return { path: `line ${line}, column ${col}`, ...said }
  })
}

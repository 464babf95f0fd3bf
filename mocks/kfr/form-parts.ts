import { createListReader, type Entry } from '../../contracts/kfr/batch/grammar.ts'
import { partNames } from '../../contracts/kfr/batch/multipart.ts'
import type { ReadForm } from './form.ts'
import type { PartReader } from './multipart.ts'
import { hasCheckDigits } from './parts/values.ts'
import type { KfrSettings } from './settings.ts'

/** Of a part that is no list. */
const longestText = 1000

interface List {
  readonly bytes: number
  readonly tooLarge: boolean
  readonly wrong: ReadForm['wrong']
}

/** Reads the two parts that there are to be; of two of one name the later counts. */
export function createFormParts({ mostFileBytes, checksDigits }: KfrSettings, tell: (entry: Entry) => void) {
  let type: string | null = null
  let list: List | null = null
  let hasBlanks = false
  const readType = (): PartReader => {
    let text = ''
    return {
      push(piece) {
        if (text.length < longestText) text += piece.toString('latin1')
      },
      end() {
        type = text.trim()
        hasBlanks ||= type !== text
      },
    }
  }
  const readList = (): PartReader => {
    let bytes = 0
    let withoutDigits = 0
    const reader = createListReader((entry) => {
      if (checksDigits && !hasCheckDigits(entry.customer)) withoutDigits += 1
      tell(entry)
    })
    return {
      push(piece) {
        bytes += piece.length
        if (bytes <= mostFileBytes) reader.push(piece.toString('latin1'))
      },
      end() {
        const wrong = reader.end() ?? (withoutDigits > 0 ? { problem: 'KFR-005', element: 0 } : null)
        const tooLarge = bytes > mostFileBytes
        list = { bytes, tooLarge, wrong: tooLarge ? null : wrong }
      },
    }
  }
  return {
    open: (name: string | null): PartReader | null =>
      name === partNames.type ? readType() : name === partNames.customers ? readList() : null,
    read: () => ({ type, list: list as List | null, hasBlanks }),
  }
}

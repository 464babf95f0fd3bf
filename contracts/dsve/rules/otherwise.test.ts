import { describe, expect, it } from 'vitest'
import { readArchive } from '../archive/read.ts'
import { writeArchive } from '../archive/write.ts'
import type { Injury } from '../damages/damage.ts'
import { caseIds } from '../fixtures/cases.ts'
import { askedOf, replyTo } from '../testing/damaged.ts'
import type { Markup } from '../xml/markup.ts'
import { problemsOf } from './judge.ts'

/** Whatever a document leaves room for, done in the other way: no bank may be punished for any of it. */

const reversed = (root: Markup): Markup => {
  const lists = [
    'laanliste',
    'registerenheterMedDokumentreferanser',
    'pantedokumentreferanser',
    'saldoerPerDato',
    'laantakereHjemmelshaver',
  ]
  const children = root.children.map(reversed)
  return { ...root, children: lists.includes(root.name) ? children.toReversed() : children }
}

const rewrittenValues = (root: Markup): Markup => ({
  ...root,
  text:
    root.name === 'navn'
      ? root.text.toUpperCase()
      : root.text.replace(/^(\d+)\.(\d)0$/, '$1.$2').replace(/^(\d+)\.0$/, '$1'),
  children: root.children.map(rewrittenValues),
})

const dressed = (xml: string) =>
  xml
    .replace(
      /^.*\n/,
      '<?xml version="1.0" encoding="ISO-8859-1" standalone="yes"?>\n<?xml-stylesheet href="x.xslt"?>\n',
    )
    .replaceAll('<laan>', '<!-- et lån -->\n<laan>')
    .replace(/<laanenummer>(\d+)</g, '<laanenummer><![CDATA[$1]]><')
    .replaceAll('  ', '\t')

const otherwise: Injury = {
  xml: (root) => rewrittenValues(reversed(root)),
  text: (xml) => Buffer.from(dressed(xml), 'latin1'),
  files: (files) => files.toReversed().map(({ name, content }) => ({ name: `svar/${name.toUpperCase()}`, content })),
  transfer: (transfer) => {
    const archive = readArchive(transfer.payload)
    const files = archive.ok ? archive.value.map(({ name, bytes }) => ({ name, content: bytes })) : []
    return {
      ...transfer,
      sender: transfer.sender.replace('0192:', 'urn:altinn:organization:identifier-no:'),
      payload: writeArchive(files, { deflated: true }),
      propertyList: {
        statusDescription: 'Forespørselen er besvart.',
        ...transfer.propertyList,
        senderName: 'Bank',
        notificationMode: 'x',
      },
    }
  },
}

describe.each(caseIds)('%s', (id) => {
  it.each(['restgjeldssvar', 'innfrielsessaldosvar'] as const)('%s, done otherwise, is as good', (reply) => {
    const asked = askedOf(id, reply)
    const { text, ...withoutXml } = otherwise
    const answered = asked.known.expects.status === 'RutetSuksessfullt'
    const problems = problemsOf(replyTo(id, reply, asked, answered && text ? otherwise : withoutXml), asked)
    expect(problems.filter(({ weight }) => weight !== 'note')).toEqual([])
  })
})

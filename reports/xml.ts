/** Text for XML 1.0, in elements and attributes. What XML cannot hold becomes U+FFFD, also behind `]]>`. */
export function xml(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML 1.0 forbids (section 2.2)
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '\ufffd')
      .replace(/[&<>"'\t\n\r]/g, (one) => entities[one] ?? one)
  )
}

/** Blanks other than a space do not survive in attributes unless they are written as references (section 3.3.3). */
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

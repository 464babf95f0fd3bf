import type { Form } from './multipart.ts'

/**
 * The example of the FAQ, byte by byte, with what is odd about it: semicolons at the end of both dispositions, a blank line
 * after the type, a blank after the last element. A register has to take it (KFRO-026). Organisation numbers are public.
 */
export const publishedList =
  '922203687#2019-11-08,958069367#2011-11-05,921785194#2019-10-15,917439389,989181335#2019-01-03,996128768'

const boundary = '873380600719114776488944'

export const publishedForm: Form = {
  contentType: `multipart/form-data; boundary=${boundary}`,
  body: Buffer.from(
    `--${boundary}\r\n` +
      'Content-Disposition: form-data; name="customer_type";\r\n' +
      '\r\n' +
      'DSOPBANK\r\n' +
      '\r\n' +
      `--${boundary}\r\n` +
      'Content-Disposition: form-data; name="customers"; filename="customers.csv";\r\n' +
      'Content-Type: text/plain\r\n' +
      '\r\n' +
      `${publishedList} \r\n` +
      `--${boundary}--\r\n`,
  ),
}

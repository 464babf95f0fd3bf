import type { TLSSocket } from 'node:tls'

/** One hostile thing that a bank can do to whoever asks it. */
export interface HostileKind {
  /** Begins with `hostile-`. */
  readonly id: string
  /** How it comes about in a real house: few banks mean harm. */
  readonly story: string
  /** Takes the connection over, instead of an answer. It may write whatever bytes it likes, or none. */
  readonly act: (socket: TLSSocket, scene: Scene) => void
  /** Every second connection meets a certificate of an authority that nobody trusts; answers then end their connection. */
  readonly changesCertificate?: true
}

/** What a kind may need to know in order to be hostile. */
export interface Scene {
  /** Base URL of the hostile bank itself. */
  readonly baseUrl: string
  /** A place that nobody who asks this bank has any business at: `https://127.0.0.1:PORT`. */
  readonly elsewhere: string
  /** PEM of a public key or certificate; what is sealed to it can be opened by whoever asks. */
  readonly sealTo: () => string
}

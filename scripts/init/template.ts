import { partyPorts } from '../../contracts/control/ports.ts'
import { bankHookNames } from '../../contracts/hooks/protocol.ts'
import { fixtureLines, kfrLines, konkursLines } from './fixture-lines.ts'

/** The configuration that `samsvar init` writes: whole, commented, and to be filled in. */

interface Answers {
  readonly name: string
  readonly organisationNumber: string
  /** `none` for a bank without an account interface. */
  readonly baseUrl: string
  readonly host: string
  /** Path of the bank's root certificate; null when it chains to a public one, or is not known yet. */
  readonly trust: string | null
}

interface Places {
  /** Of the JSON Schema and of the keystore, as they are named in the file. */
  readonly schema: string
  readonly keystore: string
}

export function configurationText(answers: Answers, { schema, keystore }: Places): string {
  const { name, organisationNumber, baseUrl, host, trust } = answers
  return `# yaml-language-server: $schema=${schema}
#
# How samsvar reaches and judges a bank. No secret stands here: they are in the keystore, in files, or in the environment.
# What begins with # is left out; take the # away where it fits you.
schema: samsvar.config/1

# The bank (deltaker). servicers: other organisation numbers that its accounts may be at (kontofører).
participant:
  name: ${quoted(name)}
  organisationNumber: ${quoted(organisationNumber)}
  # servicers: ["9 digits"]

# The base URL of the account interface (kontrollinformasjon), as registered in the API catalogue. It is also the
# audience of every access token. A bank that only answers megler, or only reports its customers, leaves it out.
${baseUrl === 'none' ? '# baseUrl: "https://…"' : `baseUrl: ${quoted(baseUrl)}`}

# Root certificates that the bank's server certificate chains to, besides the public ones: paths of PEM files.
${trust === null ? '# trust: [bank-root.pem]' : `trust: [${quoted(trust)}]`}

# With which samsvar presents itself, where the bank demands a client certificate (mTLS).
# clientCertificate:
#   certificate: client.pem
#   key: { file: client-key.pem }        # mode 0600; or { environment: CLIENT_KEY }

# Who plays the public parties (Maskinporten, CertPub). As it stands, each run starts them on these ports, and the bank
# reaches them at this host name. Where samsvar mocks runs all the time, write instead:
#   parties: { control: "http://127.0.0.1:8609" }
parties:
  host: ${quoted(host)}
  ports: { maskinporten: ${partyPorts.maskinporten}, certpub: ${partyPorts.certpub} }
  # A bank that is tied to the real test environment of Maskinporten; tokens are then asked for there, and the
  # requirements that need a forged one are not tested:
  # maskinporten:
  #   external:
  #     tokenEndpoint: https://test.maskinporten.no/token
  #     issuer: https://test.maskinporten.no/
  #     clientId: ""
  #     keyId: ""
  #     key: { environment: MASKINPORTEN_KEY }
  # certpub: external

# Keys that stay the same from run to run, and the control token. Mode 0600; give it to nobody, and keep it out of git.
keystore: ${quoted(keystore)}

# The day on which the test data stand, yyyy-MM-dd (default: today), and the longest wait for one answer.
# day: 2026-01-31
# deadlineSeconds: 30

# Who plays which part (testdata). samsvar fixtures tells what the bank has to make. Numbers stand in quotes. An account
# fixture names its owner by id and kjennelsesdato, or by "owner: P2". What is left out makes the requirements that need
# it inconclusive; begin with P1.
fixtures:
${fixtureLines().join('\n')}
  # Those of Konkursvarsel: samsvar fixtures --area konkursvarsel tells what each is for. Nothing was published about them.
${konkursLines().join('\n')}
  # Those who are reported to Kundeforholdsregisteret: samsvar fixtures --area kfr-rapportering tells what each is for.
${kfrLines().join('\n')}

# How the bank follows konkursvarsler. With this each run starts Brreg, too, on port ${partyPorts.brreg}. The bank shows it the client
# certificate that lies beside the keystore, or one of an issuer that is named here. Everything below is optional.
# konkursvarsel:
#   pollSeconds: 900                     # between two list calls in opening hours, at most
#   processingSeconds: 60                # from a list call until it shows in the account interface, at most
#   organisationNumbers: ["9 digits"]    # of the client certificate, where that is another's
#   issuers: [buypass-test4.pem]         # roots that the client certificate chains to, besides ours
#   policies: { oppheving: by-hand, avslutning: { M: keeps, U: keeps, T: by-hand, A: by-hand }, newAccount: locked }

# How the bank answers a megler (DSVE). With this each run starts Altinn Broker, AKELDO and a megler, too, on ports ${partyPorts['altinn-broker']},
# ${partyPorts.akeldo} and ${partyPorts.megler}. samsvar fixtures --area dsve tells what the bank makes. Everything below is optional.
# dsve:
#   flows: [restgjeld, innfrielse]       # which of the two questions it answers
#   version: 2.2.1                       # of the schema
#   answerSeconds: 60                    # from a published request to its answer, at most
#   farFuture: refuses                   # what becomes of a settlement half a year ahead: answers, refuses or waits
#   webhookIssuers: [webhook-root.pem]   # roots that its webhook chains to, besides ours

# How the bank reports its customers to Kundeforholdsregisteret. With this each run starts the register, too, on port ${partyPorts.kfr}.
# kfr:
#   reportSeconds: 60                    # from an event at the bank to its report, at most
#   instructionSeconds: 600              # for people to do what they are told, where there is no hook
#   silenceSeconds: 60                   # after which silence is taken for a failure, at most
#   retrySeconds: 600                    # from a failure to the next attempt, at most

# Hooks of the bank's test environment, so that more can be seen in less time (docs/hooks.md).
# hooks:
#   baseUrl: "https://localhost:8444/hooks"
#   offers: [${bankHookNames.join(', ')}]
#   token: { environment: HOOK_TOKEN }   # or { file: hook-token }, mode 0600

# What the bank has or lacks. A requirement about what is absent is not applicable.
# capabilities:
#   plainJson: true                      # the test instance answers plain JSON when it is asked for it
#   sealing: true                        # the test instance seals answers (JWE)
#   plainHttpProbe: true                 # may be asked without TLS, with a token made for it, about a synthetic party
#   production: { baseUrl: "https://…" } # an instance in production profile
#   rateLimit: { perSecond: 10 }

# By how many seconds the bank is lenient about exp and iat of a token.
# skews: { tokenSeconds: 60 }

# Known breaches (avvik), each with somebody who answers for it. They stay breaches, and are told as declared.
# deviations:
#   - requirement: KI-REQ-005
#     reason: ""
#     owner: ""
#     approver: ""
#     expires: 2026-12-31
`
}

const quoted = (text: string) => JSON.stringify(text)

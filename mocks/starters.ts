import type { PartyName } from '../contracts/control/protocol.ts'
import { participantIdentifier } from '../contracts/kontrollinformasjon/profile.ts'
import { startAkeldo } from './akeldo/akeldo.ts'
import { dsveActors } from './akeldo/dsve.ts'
import { startAltinnBroker } from './altinn-broker/broker.ts'
import { startBrreg } from './brreg/brreg.ts'
import { startCatalogue } from './catalogue/catalogue.ts'
import { startCertPub } from './certpub/certpub.ts'
import { accountProcess, otherProcess } from './certpub/publications.ts'
import { brokerRegistration } from './clients.ts'
import { recordHandshakes, tellHandshakes } from './http/handshakes.ts'
import { kfrRegistration, kfrSecret, otherInstitutions } from './kfr/clients.ts'
import { startMaskinporten } from './maskinporten/maskinporten.ts'
import { certificatesOf } from './published.ts'
import { registrationOf } from './registration.ts'
import type { All, Setting } from './setting.ts'

/** How each party is started from what all of them share. */
export const starters: { readonly [P in PartyName]: (setting: Setting) => Promise<All[P]> } = {
  maskinporten: ({ address, ports, traffic, authority, agencies, keys, issuer, misbehaviour, broker, ...setting }) =>
    startMaskinporten({
      ...address,
      port: ports.maskinporten ?? 0,
      onNoHandshake: tellHandshakes(traffic, 'maskinporten'),
      traffic,
      trustedRoots: [authority.rootPem],
      ...registered(registrationOf(agencies), setting),
      // Tokens are made and looked at by one clock.
      ...(broker.clock === undefined ? {} : { now: broker.clock.now }),
      keys: { first: keys.issuers.test },
      behaviour: misbehaviour.maskinporten ?? {},
      ...(issuer === undefined ? {} : { issuer }),
    }),

  certpub: async ({ address, ports, traffic, authority, agencies, misbehaviour }) => {
    const { published = 'lawful', ...behaviour } = misbehaviour.certpub ?? {}
    // Before anything listens: what throws here must leave no socket behind.
    const publications = await Promise.all(
      [agencies.consumer, agencies.secondAgency].map(async (agency) => ({
        participant: participantIdentifier(agency.organisationNumber),
        certificates: await certificatesOf(agency, published, authority),
      })),
    )
    const certpub = await startCertPub({
      ...address,
      port: ports.certpub ?? 0,
      onNoHandshake: tellHandshakes(traffic, 'certpub'),
      traffic,
      behaviour,
    })
    // For another process too, so that a bank that asks for the wrong one gets an answer.
    for (const { participant, certificates } of publications)
      for (const process of [accountProcess, otherProcess]) certpub.publish(participant, certificates, { process })
    return certpub
  },

  catalogue: ({ address, ports, traffic, entries, misbehaviour }) =>
    startCatalogue({
      ...address,
      port: ports.catalogue ?? 0,
      onNoHandshake: tellHandshakes(traffic, 'catalogue'),
      traffic,
      entries,
      behaviour: misbehaviour.catalogue ?? {},
    }),

  brreg: ({ address, names, ports, traffic, authority, debtors, brreg, misbehaviour }) => {
    const manners = { ...brreg.manners, ...misbehaviour.brreg?.manners }
    const parts = { ...brreg.parts, ...misbehaviour.brreg?.parts }
    const shared = { ...address, names, port: ports.brreg ?? 0, traffic, authority, debtors }
    return startBrreg({ ...shared, ...brreg, manners, parts })
  },

  'altinn-broker': ({ address, ports, traffic, authority, misbehaviour, trust, broker, clients, started }) => {
    const { maskinporten } = started
    if (maskinporten === undefined) throw new Error('Altinn Broker needs Maskinporten, whose tokens it believes')
    return startAltinnBroker({
      ...address,
      port: ports['altinn-broker'] ?? 0,
      onNoHandshake: tellHandshakes(traffic, 'altinn-broker'),
      traffic,
      maskinporten: { issuer: maskinporten.issuer, keysUrl: `${maskinporten.url}/jwk` },
      trust: [authority.rootPem, ...trust],
      faults: misbehaviour['altinn-broker'] ?? [],
      ...broker,
      // A megler asks more in a minute than one integration may: it stands for many.
      settings: { uncounted: clients === null ? [] : [clients.megler.clientId], ...broker.settings },
    })
  },

  akeldo: ({ address, ports, traffic, bank, flows, misbehaviour }) =>
    startAkeldo({
      ...address,
      port: ports.akeldo ?? 0,
      onNoHandshake: tellHandshakes(traffic, 'akeldo'),
      traffic,
      actors: dsveActors([{ ...bank, ...(flows === undefined ? {} : { flows }) }]),
      behaviour: misbehaviour.akeldo ?? {},
    }),

  megler: async ({ address, ports, traffic, authority, clients, bank, started, ...settings }) => {
    const { maskinporten, akeldo, 'altinn-broker': broker } = started
    const { clock } = settings.broker
    if (maskinporten === undefined || akeldo === undefined || broker === undefined || clients === null)
      throw new Error('The megler needs Maskinporten, AKELDO and Altinn Broker')
    const [{ startMegler }, { questions }] = await aboutMegler()
    const megler = await startMegler({
      ...address,
      port: ports.megler ?? 0,
      onNoHandshake: recordHandshakes(traffic, 'megler'),
      traffic,
      client: clients.megler,
      maskinporten: { issuer: maskinporten.issuer, tokenUrl: `${maskinporten.url}/token` },
      broker,
      akeldo,
      bank: { id: bank.organisationNumber, foretaksnavn: bank.name },
      questions,
      trust: [authority.rootPem],
      ...settings.megler,
      ...(clock === undefined ? {} : { clock }),
    })
    // Its subscriptions have been probed.
    await broker.idle()
    return megler
  },

  kfr: async ({ address, names, ports, traffic, authority, keys, bank, misbehaviour, started, ...setting }) => {
    const { maskinporten } = started
    if (maskinporten === undefined)
      throw new Error('Kundeforholdsregisteret needs Maskinporten, whose tokens it believes')
    const { institutions = otherInstitutions, ...makings } = setting.kfr
    const { clock } = setting.broker
    const { startKfr } = await aboutKfr()
    const { organisationNumber, name } = bank
    return startKfr({
      ...{ ...address, names, authority, traffic },
      port: ports.kfr ?? 0,
      // Tokens are made and looked at by one clock.
      maskinporten: {
        issuer: maskinporten.issuer,
        keysUrl: `${maskinporten.url}/jwk`,
        ...(clock === undefined ? {} : { now: clock.now }),
      },
      participant: organisationNumber,
      institutions: [...institutions, { organisationNumber, name, reports: true }],
      customers: setting.debtors,
      secret: kfrSecret(keys),
      faults: misbehaviour.kfr ?? [],
      ...makings,
    })
  },
}

/** Read when it is needed: the database of the platform is none of an older Node. */
const aboutKfr = () => import('./kfr/kfr.ts')

/** Read when it is needed: messages, archives and XML are much to load for who needs none. */
const aboutMegler = () => Promise.all([import('./megler/megler.ts'), import('./megler/fixtures.ts')])

type Registered = ReturnType<typeof registrationOf>

/** Clients and scopes of whoever is started. */
function registered(
  { clients = [], scopes = [] }: Registered,
  { clients: broker, bank, only }: Pick<Setting, 'clients' | 'bank' | 'only'>,
): Registered {
  const more = [
    ...(broker === null ? [] : [brokerRegistration(broker)]),
    ...(only.includes('kfr') ? [kfrRegistration(bank.organisationNumber)] : []),
  ]
  return {
    clients: [...clients, ...more.flatMap((one) => one.clients)],
    scopes: [...scopes, ...more.flatMap((one) => one.scopes)],
  }
}

/**
 * What the parties of a run agreed on. Nothing on the wire tells one schema version from another (dsve.md 2.4), and
 * 2.2.0 and 2.2.1 exclude each other, so the version is a setting.
 */
export const schemaVersions = ['2.2.1', '2.2.0', '2.2.1+april-2026'] as const
export type SchemaVersion = (typeof schemaVersions)[number]

export const defaultSchemaVersion: SchemaVersion = '2.2.1'

/** Until 2.2.1 every message ended with `metadata`, and had to. */
export const hasMetadata = (version: SchemaVersion): boolean => version === '2.2.0'

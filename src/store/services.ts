import { statSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import type { Secrets } from '../config/secrets.ts';
import { UsageError } from '../model/usage-error.ts';

/** Variables that put the store on servers; each may stand in the file of secrets instead. */
export const databaseVariable = 'GOVPROBE_DATABASE';
export const evidenceVariable = 'GOVPROBE_EVIDENCE';
const keyVariables = {
  id: ['GOVPROBE_S3_KEY', 'AWS_ACCESS_KEY_ID'],
  secret: ['GOVPROBE_S3_SECRET', 'AWS_SECRET_ACCESS_KEY'],
};

/** A bucket of an S3-compatible server, and what opens it. */
export interface BucketPlace {
  readonly kind: 'bucket';
  /** Address of the server without the bucket. */
  readonly endpoint: string;
  readonly bucket: string;
  /** Begins every key; empty, or ends with a slash. */
  readonly prefix: string;
  readonly region: string;
  readonly keyId: string;
  readonly keySecret: string;
}

/** Where bytes lie that are not in the data folder. */
export type EvidencePlace = { readonly kind: 'folder'; readonly path: string } | BucketPlace;

/** Where a store lies; plain data, so that it can be handed to threads. */
export interface Services {
  /** `postgres://…` with its password; null: a file in the data folder. */
  readonly database: string | null;
  /** Null: the data folder. */
  readonly evidence: EvidencePlace | null;
}

/** A store that lies in its data folder alone. */
export const ownFolder: Services = { database: null, evidence: null };

/** @throws UsageError for a value that cannot be used; passwords and keys are not in it. */
export function servicesOf(secrets: Pick<Secrets, 'get'>): Services {
  const [database, evidence] = [secrets.get(databaseVariable), secrets.get(evidenceVariable)];
  return {
    database: database === null ? null : databaseOf(database),
    evidence: evidence === null ? null : evidenceOf(evidence, secrets),
  };
}

function databaseOf(value: string): string {
  const url = URL.parse(value);
  const isWhole = url !== null && /^postgres(?:ql)?:$/.test(url.protocol) && url.host !== '' && url.pathname.length > 1;
  if (isWhole) return value;
  // The value is not quoted, since it may hold a password.
  throw new UsageError(
    `${databaseVariable} is no address of a database; expected postgres://user:password@host:5432/database`,
  );
}

function evidenceOf(value: string, secrets: Pick<Secrets, 'get'>): EvidencePlace {
  if (value.startsWith('s3://')) return bucketOf(value, secrets);
  if (!isAbsolute(value))
    throw new UsageError(
      `${evidenceVariable} is neither a folder nor a bucket; expected an absolute path, or s3://bucket/prefix?endpoint=https://host`,
    );
  const path = resolve(value);
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (!isFolder)
    throw new UsageError(
      `${evidenceVariable} names ${path}, which is no folder; make or mount it, or correct the value`,
    );
  return { kind: 'folder', path };
}

function bucketOf(value: string, secrets: Pick<Secrets, 'get'>): BucketPlace {
  const url = URL.parse(value);
  const bucket = url?.hostname ?? '';
  if (url === null || !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket))
    throw new UsageError(`${evidenceVariable} names no bucket; expected s3://bucket/prefix?endpoint=https://host`);
  if (url.username !== '' || url.password !== '')
    throw new UsageError(
      `${evidenceVariable} holds a key; put keys into ${keyVariables.id[0]} and ${keyVariables.secret[0]}`,
    );
  const unknown = [...url.searchParams.keys()].find((name) => name !== 'endpoint' && name !== 'region');
  if (unknown !== undefined)
    throw new UsageError(`${evidenceVariable} has the parameter ${unknown}; expected endpoint or region`);
  const prefix = url.pathname.replace(/^\/+|\/+$/g, '');
  return {
    kind: 'bucket',
    endpoint: endpointOf(url.searchParams.get('endpoint')),
    bucket,
    prefix: prefix === '' ? '' : `${decodeURIComponent(prefix)}/`,
    region: url.searchParams.get('region') ?? 'us-east-1',
    keyId: keyOf(secrets, keyVariables.id),
    keySecret: keyOf(secrets, keyVariables.secret),
  };
}

function endpointOf(value: string | null): string {
  const url = URL.parse(value ?? '');
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new UsageError(`${evidenceVariable} has no endpoint; expected s3://bucket/prefix?endpoint=https://host`);
  const isLoopback = url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(url.hostname);
  if (url.protocol === 'http:' && !isLoopback)
    throw new UsageError(`${evidenceVariable} has the endpoint ${url.origin}; expected https, or a loopback address`);
  return url.origin;
}

function keyOf(secrets: Pick<Secrets, 'get'>, names: readonly string[]): string {
  for (const name of names) {
    const value = secrets.get(name);
    if (value !== null) return value;
  }
  throw new UsageError(
    `${evidenceVariable} names a bucket, and ${names.join(' or ')} is not set: set the variable, or put it into the file that GOVPROBE_SECRETS names`,
  );
}

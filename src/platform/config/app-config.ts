import { randomBytes } from 'node:crypto';

import { isNetwork } from '../auth/network.js';

type Env = Readonly<Record<string, string | undefined>>;

export const PARTNERS = [
  'customs',
  'carrier',
  'courier',
  'bank',
  'lender',
  'insurer',
  'tax-bureau',
  'registry',
] as const;
export type PartnerName = (typeof PARTNERS)[number];

/** How to reach one outside party, and the secret that both sides sign with. */
export interface PartnerConfig {
  readonly url: string;
  readonly secret: string;
  readonly timeoutMs: number;
}

/** How messages of e-commerce customs (跨境电商统一版) are signed, and to whom they go. */
export interface CebConfig {
  /** Of the enterprise that transmits, in PEM; null where it is not configured. */
  readonly signing: { readonly certificate: string; readonly key: string } | null;
  /** With an RSA key. */
  readonly rsaDigest: 'sha1' | 'sha256';
  /** Names of those signed besides the ones whose schema demands it. */
  readonly signedMessages: readonly string[];
  /** Customs' own ids at the exchange (数据交换平台). */
  readonly receiverIds: Readonly<Record<'export' | 'import', string>>;
}

/** Everything the environment decides, read once at start. Nothing else reads `process.env`. */
export interface AppConfig {
  readonly environment: 'development' | 'test' | 'production';
  readonly databaseUrl: string;
  readonly databasePoolMax: number;
  /** Absent: BullMQ's PostgreSQL backend on the same database. */
  readonly redisUrl: string | null;
  readonly host: string;
  readonly port: number;
  /** The worker's own port for `/health` and `/metrics`. */
  readonly workerPort: number;
  /** How partners and webhook receivers reach the api; callback addresses are built from it. */
  readonly publicUrl: string;
  readonly logLevel: string;
  readonly bodyLimitBytes: number;
  /** Per minute, on one api process. */
  readonly rateLimits: {
    /** Of one key; of one network together, where there is no good key. */
    readonly perClient: number;
    /** Of one key on all costly routes together. */
    readonly costlyPerClient: number;
    /** Keys from one network that are no good. */
    readonly failedKeys: number;
  };
  /** Who may make sandbox tenants by the API: anybody, or callers of sandbox tenants only; and how many, from one network. */
  readonly sandboxTenants: {
    readonly signUp: 'open' | 'closed';
    /** On one api process. */
    readonly perHour: number;
  };
  /** Whose `X-Forwarded-For` is believed: balancers in front of the api. */
  readonly trustedProxies: readonly string[];
  readonly shutdownGraceMs: number;
  /** Jobs in hand at once per queue and worker process. */
  readonly jobConcurrency: number;
  /** A job whose worker has not been heard of for this long is taken up by another, after half as long again at most. */
  readonly jobLockMs: number;
  /** A delivery handed to the queue and not finished after this long is handed over again. */
  readonly redeliverAfterMs: number;
  /** 32 bytes that encrypt what we must be able to read back: secrets of webhooks, account numbers. */
  readonly encryptionKey: Buffer;
  /** Keys of before, or of soon: what was encrypted under them can be read. */
  readonly oldEncryptionKeys: readonly Buffer[];
  /** The present key and the others, in the order in which they are tried. */
  readonly decryptionKeys: readonly Buffer[];
  /** Keys the hashes by which something is found again: it outlives every change of the key that encrypts. */
  readonly lookupKey: Buffer;
  /** False: account numbers are written in clear, while processes still run that cannot read sealed ones. */
  readonly sealFields: boolean;
  /** Webhooks to loopback addresses: for development and tests only. */
  readonly webhooksAllowLoopback: boolean;
  /** OTLP/HTTP endpoint for traces; null switches the exporter off. */
  readonly otlpEndpoint: string | null;
  readonly partners: Readonly<Record<PartnerName, PartnerConfig>>;
  readonly ceb: CebConfig;
  /** The simulated partners as one, to tell them what to do; null where there are none. */
  readonly sandboxUrl: string | null;
}

export const APP_CONFIG = Symbol('AppConfig');

const PER_MINUTE = [1, 1_000_000_000] as const;

/** Reads the environment; collects every fault so that the start can name them all. */
class EnvReader {
  readonly faults: string[] = [];

  constructor(private readonly env: Env) {}

  text(name: string, fallback?: string): string {
    const value = this.env[name] ?? fallback;
    if (value === undefined || value === '') this.faults.push(`${name} is required`);
    return value ?? '';
  }

  optional(name: string): string | null {
    const value = this.env[name];
    return value === undefined || value === '' ? null : value;
  }

  integer(name: string, fallback: number, [min, max]: readonly [number, number]): number {
    const value = Number(this.optional(name) ?? fallback);
    if (!Number.isInteger(value) || value < min || value > max) {
      this.faults.push(`${name} must be a whole number from ${min} to ${max}`);
    }
    return value;
  }

  oneOf<Word extends string>(name: string, words: readonly Word[], fallback: Word): Word {
    const value = this.optional(name) ?? fallback;
    const word = words.find((candidate) => candidate === value);
    if (word === undefined) this.faults.push(`${name} must be one of ${words.join(', ')}`);
    return word ?? fallback;
  }

  url(name: string, protocols: readonly string[], fallback?: string): string {
    const value = this.text(name, fallback);
    if (value !== '' && !protocols.includes(URL.canParse(value) ? new URL(value).protocol : '')) {
      this.faults.push(
        `${name} must be a URL starting with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
      );
    }
    return value.replace(/\/$/, '');
  }

  optionalUrl(name: string, protocols: readonly string[], fallback?: string): string | null {
    return (this.env[name] ?? fallback ?? '') === '' ? null : this.url(name, protocols, fallback);
  }

  /** 32 bytes in base64; null where none is given. */
  key(name: string): Buffer | null {
    const text = this.optional(name);
    if (text === null) return null;
    const key = Buffer.from(text, 'base64');
    if (key.length !== 32) this.faults.push(`${name} must be 32 bytes in base64`);
    return key;
  }

  /** Addresses, or networks as `10.0.0.0/8`, by comma. */
  networks(name: string): string[] {
    const networks = (this.optional(name) ?? '').split(',').filter((network) => network !== '');
    if (!networks.every(isNetwork)) this.faults.push(`${name} must be addresses or networks, such as 10.0.0.0/8`);
    return networks;
  }

  /** PEM, or PEM in base64, which needs no line breaks. */
  pem(name: string): string | null {
    const value = this.optional(name);
    if (value === null) return null;
    const text = value.includes('-----BEGIN') ? value : Buffer.from(value, 'base64').toString('latin1');
    if (!text.includes('-----BEGIN')) this.faults.push(`${name} must be PEM, or PEM in base64`);
    return text;
  }

  /** Words of one kind, by comma. */
  list(name: string, fallback: string, pattern: RegExp): string[] {
    const words = (this.env[name] ?? fallback).split(',').filter((word) => word !== '');
    if (!words.every((word) => pattern.test(word))) this.faults.push(`${name} has a word that does not belong there`);
    return words;
  }

  flag(name: string, fallback: boolean): boolean {
    return this.oneOf(name, ['true', 'false'], fallback ? 'true' : 'false') === 'true';
  }
}

/** @throws Error naming every variable that is missing or wrong, all at once */
export function readConfig(env: Env): AppConfig {
  const read = new EnvReader(env);
  const environment = read.oneOf('NODE_ENV', ['development', 'test', 'production'], 'development');
  const production = environment === 'production';
  const keys = encryptionKeys(read, production);
  const config: AppConfig = {
    environment,
    databaseUrl: read.url('DATABASE_URL', ['postgres:', 'postgresql:']),
    databasePoolMax: read.integer('DATABASE_POOL_MAX', 20, [2, 500]),
    redisUrl: read.optional('REDIS_URL') === null ? null : read.url('REDIS_URL', ['redis:', 'rediss:']),
    host: read.text('HOST', '127.0.0.1'),
    port: read.integer('PORT', 3000, [0, 65_535]),
    workerPort: read.integer('WORKER_PORT', 3001, [0, 65_535]),
    publicUrl: read.url('PUBLIC_URL', ['http:', 'https:'], production ? undefined : 'http://127.0.0.1:3000'),
    logLevel: read.oneOf('LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info'),
    bodyLimitBytes: read.integer('BODY_LIMIT_BYTES', 1_048_576, [1_024, 104_857_600]),
    rateLimits: {
      perClient: read.integer('RATE_LIMIT_PER_MINUTE', production ? 60_000 : 6_000_000, PER_MINUTE),
      costlyPerClient: read.integer('RATE_LIMIT_COSTLY_PER_MINUTE', production ? 600 : 60_000, PER_MINUTE),
      failedKeys: read.integer('RATE_LIMIT_FAILED_KEYS_PER_MINUTE', production ? 600 : 60_000, PER_MINUTE),
    },
    sandboxTenants: {
      signUp: read.oneOf('SANDBOX_SIGN_UP', ['open', 'closed'], production ? 'closed' : 'open'),
      perHour: read.integer('SANDBOX_TENANTS_PER_HOUR', production ? 10 : 6_000, [1, 1_000_000]),
    },
    trustedProxies: read.networks('TRUSTED_PROXIES'),
    shutdownGraceMs: read.integer('SHUTDOWN_GRACE_MS', 20_000, [100, 600_000]),
    jobConcurrency: read.integer('JOB_CONCURRENCY', 32, [1, 500]),
    jobLockMs: read.integer('JOB_LOCK_MS', 10_000, [1_000, 600_000]),
    redeliverAfterMs: read.integer('REDELIVER_AFTER_MS', 15_000, [100, 3_600_000]),
    ...keys,
    lookupKey: read.key('LOOKUP_KEY') ?? keys.encryptionKey,
    sealFields: read.flag('SEAL_FIELDS', true),
    webhooksAllowLoopback: read.flag('WEBHOOKS_ALLOW_LOOPBACK', !production),
    otlpEndpoint: read.optional('OTEL_EXPORTER_OTLP_ENDPOINT'),
    partners: partners(read, production),
    ceb: ceb(read),
    sandboxUrl: read.optionalUrl('SANDBOX_URL', ['http:', 'https:'], production ? undefined : 'http://127.0.0.1:3100'),
  };
  if (production && config.webhooksAllowLoopback) {
    read.faults.push('WEBHOOKS_ALLOW_LOOPBACK=true is not for production');
  }
  if (production && config.redisUrl === null) read.faults.push('REDIS_URL is required in production');
  if (read.faults.length > 0) throw new Error(`The environment is not complete:\n  ${read.faults.join('\n  ')}`);
  return config;
}

/** The keys alone, for what works on the database beside the processes. @throws Error naming what is missing or wrong */
export function readEncryptionKeys(env: Env): Pick<AppConfig, 'encryptionKey' | 'oldEncryptionKeys'> {
  const read = new EnvReader(env);
  const keys = encryptionKeys(read, true);
  if (read.faults.length > 0) throw new Error(`The environment is not complete:\n  ${read.faults.join('\n  ')}`);
  return keys;
}

function encryptionKeys(
  read: EnvReader,
  production: boolean,
): Pick<AppConfig, 'encryptionKey' | 'oldEncryptionKeys' | 'decryptionKeys'> {
  const current = encryptionKey(read, production);
  const old = read.list('ENCRYPTION_OLD_KEYS', '', BASE64_OF_32).map((text) => Buffer.from(text, 'base64'));
  return { encryptionKey: current, oldEncryptionKeys: old, decryptionKeys: [current, ...old] };
}

const BASE64_OF_32 = /^[A-Za-z0-9+/]{43}=$/;

function encryptionKey(read: EnvReader, production: boolean): Buffer {
  if (production) read.text('ENCRYPTION_KEY');
  return read.key('ENCRYPTION_KEY') ?? (production ? Buffer.alloc(32) : DEVELOPMENT_KEY);
}

/** Without a configured key nothing encrypted outlives the process, so a forgotten key is noticed and never a shared constant. */
const DEVELOPMENT_KEY = randomBytes(32);

function partners(read: EnvReader, production: boolean): Readonly<Record<PartnerName, PartnerConfig>> {
  const timeoutMs = read.integer('PARTNER_TIMEOUT_MS', 10_000, [50, 120_000]);
  const partner = (name: PartnerName): PartnerConfig => {
    const prefix = name.toUpperCase().replace('-', '_');
    const fallback = production ? undefined : `http://127.0.0.1:3100/${name}`;
    const url = read.url(`${prefix}_URL`, ['http:', 'https:'], fallback);
    if (production && url.startsWith('http://')) read.faults.push(`${prefix}_URL must be https in production`);
    return { url, secret: read.text(`${prefix}_SECRET`, production ? undefined : `sandbox-${name}-secret`), timeoutMs };
  };
  return {
    customs: partner('customs'),
    carrier: partner('carrier'),
    courier: partner('courier'),
    bank: partner('bank'),
    lender: partner('lender'),
    insurer: partner('insurer'),
    'tax-bureau': partner('tax-bureau'),
    registry: partner('registry'),
  };
}

function ceb(read: EnvReader): CebConfig {
  const [certificate, key] = [read.pem('CEB_SIGNING_CERTIFICATE'), read.pem('CEB_SIGNING_KEY')];
  if ((certificate === null) !== (key === null)) {
    read.faults.push('CEB_SIGNING_CERTIFICATE and CEB_SIGNING_KEY go together');
  }
  return {
    signing: certificate === null || key === null ? null : { certificate, key },
    rsaDigest: read.oneOf('CEB_SIGNING_RSA_DIGEST', ['sha1', 'sha256'], 'sha1'),
    signedMessages: read.list('CEB_SIGNED_MESSAGES', 'CEB605Message,CEB607Message', /^CEB\d{3}Message$/),
    receiverIds: {
      export: read.text('CEB_EXPORT_RECEIVER_ID', 'DXPEDCCEB0000003'),
      import: read.text('CEB_IMPORT_RECEIVER_ID', 'DXPEDCCEB0000002'),
    },
  };
}

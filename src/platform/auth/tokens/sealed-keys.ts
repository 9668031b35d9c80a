import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

import { Inject, Injectable } from '@nestjs/common';

import { Clock } from '../../../kernel/clock.js';
import { APP_CONFIG, type AppConfig } from '../../config/app-config.js';
import { prepared } from '../../database/session.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { openSecret, sealSecret } from '../secret-box.js';
import { publicKeyOf } from '../signatures/public-key.js';

/** How long what was read is used before it is read again. */
const READ_AGAIN_MS = 60_000;
/** A token that names a key nobody knows makes us look again, but not more often than this. */
const LOOK_AGAIN_MS = 5_000;

interface KeyRow {
  readonly id: string;
  readonly public_key: string;
  readonly private_box: Buffer;
  readonly created_at: Date;
  readonly active_from: Date;
}

export interface PrivateKey {
  readonly id: string;
  readonly privateKey: KeyObject;
}

interface PublishedKey {
  readonly id: string;
  /** The `x` of its JWK. */
  readonly x: string;
  readonly publicKey: KeyObject;
}

/**
 * Ed25519 keys of one purpose: in a table of their own, their private halves encrypted, so that every process signs with
 * the same and knows those of before. The first is made when it is needed; the worker adds others.
 */
@Injectable()
export abstract class SealedKeys {
  /** A constant; in it `id`, `public_key`, `private_box`, `created_at` and `active_from`. */
  protected abstract readonly table: string;

  private rows: readonly KeyRow[] = [];
  private published = new Map<string, PublishedKey>();
  private readonly privateKeys = new Map<string, PrivateKey>();
  private readAtMs = -Infinity;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** The newest key that is in force and that this process can open. */
  async current(): Promise<PrivateKey> {
    return (await this.inForce())[0];
  }

  /** Every key that has begun to sign and that this process can open, the newest first. */
  async inForce(): Promise<readonly [PrivateKey, ...PrivateKey[]]> {
    await this.read(READ_AGAIN_MS);
    const found = this.openable();
    if (isSome(found)) return found;
    await this.make(this.clock.now());
    const made = this.openable();
    if (!isSome(made)) throw new Error('A signing key was made and cannot be read');
    return made;
  }

  async find(id: string): Promise<PublishedKey | null> {
    await this.read(READ_AGAIN_MS);
    if (!this.published.has(id)) await this.read(LOOK_AGAIN_MS);
    return this.published.get(id) ?? null;
  }

  /** Those in force, of before, and to come. */
  async all(): Promise<readonly PublishedKey[]> {
    await this.current();
    return [...this.published.values()];
  }

  /** @param activeFrom when it begins to sign; it is published at once, so that whoever verifies knows it by then */
  async make(activeFrom: Date): Promise<void> {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const box = sealSecret(privateKey.export({ format: 'pem', type: 'pkcs8' }) as string, this.config.encryptionKey);
    const values = [
      randomBytes(9).toString('base64url'),
      publicKey.export({ format: 'jwk' }).x ?? '',
      box,
      this.clock.now(),
      activeFrom,
    ];
    await this.unitOfWork.asMachine((client) => prepared(client, this.statements.insert, values));
    await this.read(0);
  }

  /** Of the newest key, whether it signs already or not; null where there is none. */
  async newestMadeAt(): Promise<Date | null> {
    await this.read(0);
    return this.rows[0]?.created_at ?? null;
  }

  /** Forgets keys that another took over from before this instant. */
  async forgetTakenOverBefore(instant: Date): Promise<void> {
    await this.unitOfWork.asMachine((client) => prepared(client, this.statements.deleteOld, [instant]));
  }

  private get statements(): { readonly read: string; readonly insert: string; readonly deleteOld: string } {
    const columns = 'id, public_key, private_box, created_at, active_from';
    return {
      read: `SELECT ${columns} FROM ${this.table} ORDER BY active_from DESC, id`,
      insert: `INSERT INTO ${this.table} (${columns}) VALUES ($1, $2, $3, $4, $5)`,
      // The newest is always kept, and what a newer one took over from a while ago goes.
      deleteOld: `
        DELETE FROM ${this.table} k
        WHERE EXISTS (SELECT FROM ${this.table} n WHERE n.active_from > k.active_from AND n.active_from < $1)`,
    };
  }

  private openable(): PrivateKey[] {
    const now = this.clock.now();
    return this.rows.filter(({ active_from }) => active_from <= now).flatMap((row) => this.opened(row) ?? []);
  }

  private opened({ id, private_box }: KeyRow): PrivateKey | null {
    let key = this.privateKeys.get(id);
    if (key === undefined) {
      const pem = this.open(private_box);
      if (pem === null) return null;
      key = { id, privateKey: createPrivateKey(pem) };
      this.privateKeys.set(id, key);
    }
    return key;
  }

  /** Null for a box that was sealed under another ENCRYPTION_KEY: in development each process may have its own. */
  private open(box: Buffer): string | null {
    try {
      return openSecret(box, this.config.decryptionKeys);
    } catch {
      return null;
    }
  }

  private async read(atMostEveryMs: number): Promise<void> {
    const now = performance.now();
    if (now - this.readAtMs < atMostEveryMs) return;
    this.rows = await this.unitOfWork.asMachine((client) => prepared<KeyRow>(client, this.statements.read, []));
    this.readAtMs = now;
    this.published = new Map(
      this.rows.map(({ id, public_key: x }) => [id, { id, x, publicKey: publicKeyOf(x) }] as const),
    );
  }
}

function isSome(keys: readonly PrivateKey[]): keys is readonly [PrivateKey, ...PrivateKey[]] {
  return keys.length > 0;
}

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

interface PublishedKey {
  readonly id: string;
  /** The `x` of its JWK. */
  readonly x: string;
  readonly publicKey: KeyObject;
}

const READ = `
  SELECT id, public_key, private_box, created_at, active_from FROM platform.signing_key ORDER BY active_from DESC, id`;
const INSERT = `
  INSERT INTO platform.signing_key (id, public_key, private_box, created_at, active_from) VALUES ($1, $2, $3, $4, $5)`;
/** The newest is always kept, and what a newer one took over from a while ago goes. */
const DELETE_OLD = `
  DELETE FROM platform.signing_key k
  WHERE EXISTS (SELECT FROM platform.signing_key n WHERE n.active_from > k.active_from AND n.active_from < $1)`;

/**
 * The Ed25519 keys that access tokens are signed with: in the database, their private halves encrypted, so that every
 * process signs with the same and knows those of before. The first is made when it is needed; the worker adds others.
 */
@Injectable()
export class SigningKeys {
  private rows: readonly KeyRow[] = [];
  private published = new Map<string, PublishedKey>();
  private readAtMs = -Infinity;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** The newest key that is in force and that this process can open. */
  async current(): Promise<{ id: string; privateKey: KeyObject }> {
    await this.read(READ_AGAIN_MS);
    const found = this.openable();
    if (found !== null) return found;
    await this.make(this.clock.now());
    const made = this.openable();
    if (made === null) throw new Error('A signing key was made and cannot be read');
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
    await this.unitOfWork.asMachine((client) => prepared(client, INSERT, values));
    await this.read(0);
  }

  /** Of the newest key, whether it signs already or not; null where there is none. */
  async newestMadeAt(): Promise<Date | null> {
    await this.read(0);
    return this.rows[0]?.created_at ?? null;
  }

  /** Forgets keys that another took over from before this instant. */
  async forgetTakenOverBefore(instant: Date): Promise<void> {
    await this.unitOfWork.asMachine((client) => prepared(client, DELETE_OLD, [instant]));
  }

  private openable(): { id: string; privateKey: KeyObject } | null {
    const now = this.clock.now();
    for (const { id, private_box, active_from } of this.rows) {
      const pem = active_from <= now ? this.open(private_box) : null;
      if (pem !== null) return { id, privateKey: createPrivateKey(pem) };
    }
    return null;
  }

  /** Null for a box that was sealed under another ENCRYPTION_KEY: in development each process may have its own. */
  private open(box: Buffer): string | null {
    try {
      return openSecret(box, this.config.encryptionKey);
    } catch {
      return null;
    }
  }

  private async read(atMostEveryMs: number): Promise<void> {
    const now = performance.now();
    if (now - this.readAtMs < atMostEveryMs) return;
    this.rows = await this.unitOfWork.asMachine((client) => prepared<KeyRow>(client, READ, []));
    this.readAtMs = now;
    this.published = new Map(
      this.rows.map(({ id, public_key: x }) => [id, { id, x, publicKey: publicKeyOf(x) }] as const),
    );
  }
}

import { Inject, Injectable } from '@nestjs/common';

import { openSecret } from '../../platform/auth/secret-box.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/app-config.js';
import { type DueDelivery } from './claim-due.js';
import { sign, signAsymmetric, signingKey } from './signature.js';
import { WebhookKeys } from './webhook-keys.js';

const CACHE_MAX = 5_000;

type Signed = Pick<DueDelivery, 'secret_box' | 'old_secret_box' | 'signature'>;

/** Makes the signatures of a message: those that its endpoint has chosen, by every secret and key in force. */
@Injectable()
export class Signatures {
  private readonly keys = new Map<string, Buffer>();

  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly platformKeys: WebhookKeys,
  ) {}

  /** @returns the value of `webhook-signature` */
  async of(endpoint: Signed, id: string, timestampSeconds: number, body: string): Promise<string> {
    const content = `${id}.${timestampSeconds}.${body}`;
    const { secret_box: box, old_secret_box: oldBox, signature } = endpoint;
    if (signature === 'v1') return this.symmetric(box, oldBox, content);
    const asymmetric = (await this.platformKeys.inForce()).map(({ privateKey }) => signAsymmetric(privateKey, content));
    return [...(signature === 'both' ? [this.symmetric(box, oldBox, content)] : []), ...asymmetric].join(' ');
  }

  private symmetric(box: Buffer, oldBox: Buffer | null, content: string): string {
    const signature = sign(this.key(box), content);
    return oldBox === null ? signature : `${signature} ${sign(this.key(oldBox), content)}`;
  }

  /** Decrypting once per secret, not per message. */
  private key(box: Buffer): Buffer {
    const name = box.toString('base64');
    let key = this.keys.get(name);
    if (key === undefined) {
      if (this.keys.size >= CACHE_MAX) this.keys.clear();
      key = signingKey(openSecret(box, this.config.decryptionKeys));
      this.keys.set(name, key);
    }
    return key;
  }
}

import { createHash, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';

interface Request {
  readonly method: string;
  readonly origin: string;
  readonly target: string;
  readonly body?: string;
  readonly actingFor?: string;
}

interface Change {
  readonly covered?: readonly string[];
  readonly created?: number;
  readonly nonce?: string;
  readonly keyid?: string;
  /** What is signed instead of what is sent. */
  readonly signed?: Partial<Request>;
  /** After everything else: ` ;expires=…`. */
  readonly more?: string;
}

/** A bank's side of RFC 9421, written by the text of the RFC and not by our code. */
export class Signer {
  readonly publicKey: string;
  private readonly privateKey: KeyObject;

  constructor() {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    this.publicKey = publicKey.export({ format: 'jwk' }).x ?? '';
    this.privateKey = privateKey;
  }

  /** The headers that go with the request. */
  headers(id: string, request: Request, change: Change = {}): Record<string, string> {
    const { method, origin, target, body, actingFor } = { ...request, ...change.signed };
    const digest = body === undefined ? {} : { 'content-digest': contentDigest(body) };
    const values: Record<string, string | undefined> = {
      '@method': method,
      '@target-uri': `${origin}${target}`,
      '@path': target.split('?')[0] ?? '',
      'acting-for': actingFor,
      ...digest,
    };
    const covered = change.covered ?? ['@method', '@target-uri', ...Object.keys(digest)];
    const names = covered.map((name) => `"${name}"`).join(' ');
    const created = change.created ?? Math.floor(Date.now() / 1_000);
    const parameters = `(${names});created=${created};keyid="${change.keyid ?? id}";alg="ed25519";nonce="${change.nonce ?? randomUUID()}"${change.more ?? ''}`;
    const lines = covered.map((name) => `"${name}": ${values[name] ?? ''}`);
    const base = [...lines, `"@signature-params": ${parameters}`].join('\n');
    const signature = sign(null, Buffer.from(base), this.privateKey).toString('base64');
    return { ...digest, 'signature-input': `sig1=${parameters}`, signature: `sig1=:${signature}:` };
  }
}

export function contentDigest(body: string): string {
  return `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
}

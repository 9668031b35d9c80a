import { createHash, randomBytes } from 'node:crypto';

type Prefix = 'er' | 'ei';

/**
 * A refresh token `er_…` or an invitation `ei_…`: the tenant, so that it is looked for among that tenant's rows alone, and
 * 32 random bytes.
 */
export function newBearerSecret(prefix: Prefix, tenantId: string): string {
  const tenant = Buffer.from(tenantId.replaceAll('-', ''), 'hex').toString('base64url');
  return `${prefix}_${tenant}_${randomBytes(32).toString('base64url')}`;
}

/** @returns null when it is not of that kind */
export function tenantOf(prefix: Prefix, secret: string): string | null {
  const [, found, tenant = ''] = /^(e[ri])_([\w-]{22})_[\w-]{43}$/.exec(secret) ?? [];
  if (found !== prefix) return null;
  const hex = Buffer.from(tenant, 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export function hashBearerSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

import { createHmac, hkdfSync, randomBytes } from 'node:crypto';

import { type ValueTransformer } from 'typeorm';

import { openSecret, sealSecret } from '../auth/secret-box.js';

declare const sealed: unique symbol;

/** A text as its column keeps it: sealed, or in clear where it was written before columns were sealed. `openField` reads both. */
export type SealedText = string & { readonly [sealed]: true };

export interface FieldKeys {
  /** Seals what is written. */
  readonly encryptionKey: Buffer;
  /** Open what was written under them. */
  readonly oldEncryptionKeys: readonly Buffer[];
  /** False: what is written stays in clear, for as long as processes run that cannot read sealed columns. */
  readonly sealFields: boolean;
}

/** What a sealed text begins with. No account number may hold a tilde, so nobody can enter one that looks sealed. */
const MARK = '~s1.';
const KEY_ID_CHARS = 8;

interface FieldKey {
  readonly id: string;
  readonly key: Buffer;
  readonly indexKey: Buffer;
}

interface Ring {
  readonly current: FieldKey;
  readonly byId: ReadonlyMap<string, FieldKey>;
  readonly seals: boolean;
}

/**
 * Of the process, for entities are made by the database layer and are handed nothing. Until the configuration is read it is a
 * key that nobody else has: what is sealed too early cannot be read, and is noticed.
 */
let ring = ringOf({ encryptionKey: randomBytes(32), oldEncryptionKeys: [], sealFields: true });

/** Tells this process the keys of its columns. */
export function useFieldKeys(keys: FieldKeys): void {
  ring = ringOf(keys);
}

/** As `~s1.<id of the key>.<iv, tag and ciphertext>` (AES-256-GCM). The same text is another each time. */
export function sealField(text: string): SealedText {
  if (!ring.seals) return text as SealedText;
  const { id, key } = ring.current;
  return `${MARK}${id}.${sealSecret(text, key).toString('base64url')}` as SealedText;
}

/** @throws Error where it was sealed under a key that this process was not given */
export function openField(kept: SealedText): string {
  if (!kept.startsWith(MARK)) return kept;
  const id = keyIdOf(kept);
  const known = ring.byId.get(id);
  if (known === undefined) throw new Error(`A column is sealed under key ${id}, which is not among those given`);
  return openSecret(Buffer.from(kept.slice(MARK.length + KEY_ID_CHARS + 1), 'base64url'), known.key);
}

/** The same text sealed under the present key; null where it is so already. */
export function resealed(kept: SealedText): SealedText | null {
  return kept.startsWith(`${MARK}${ring.current.id}.`) ? null : sealField(openField(kept));
}

/**
 * What stands beside a sealed text so that it can be found: a keyed hash of it and the tenant. Equal texts of two tenants have
 * nothing in common, and without the key nobody can try numbers out.
 */
export function fieldIndex(tenantId: string, text: string): string {
  return indexUnder(ring.current, tenantId, text);
}

/** The same under every key that is known, for rows that were written under an old one. */
export function fieldIndexes(tenantId: string, texts: readonly string[]): string[] {
  return [...ring.byId.values()].flatMap((key) => texts.map((text) => indexUnder(key, tenantId, text)));
}

/** A text column that is sealed whenever its row is written. */
export const sealedText: ValueTransformer = {
  to: (text: string | null | undefined) => (text == null ? text : sealField(text)),
  from: (kept: SealedText | null) => (kept === null ? null : openField(kept)),
};

/** What holds an account number, beside names and codes. */
export interface WithAccount {
  readonly accountNumber: string;
}

/** The same as columns of JSON keep it. */
export type KeptAccount<Account extends WithAccount> = Omit<Account, 'accountNumber'> & {
  readonly accountNumber: SealedText;
};

export function sealAccount<Account extends WithAccount>(account: Account): KeptAccount<Account> {
  return { ...account, accountNumber: sealField(account.accountNumber) };
}

export function openAccount<Account extends WithAccount>(kept: KeptAccount<Account>): Account {
  return { ...kept, accountNumber: openField(kept.accountNumber) } as unknown as Account;
}

/** A column of JSON whose account number is sealed whenever its row is written. */
export const sealedAccount: ValueTransformer = {
  to: (account: WithAccount | null | undefined) => (account == null ? account : sealAccount(account)),
  from: (kept: KeptAccount<WithAccount> | null) => (kept === null ? null : openAccount(kept)),
};

function ringOf({ encryptionKey, oldEncryptionKeys, sealFields }: FieldKeys): Ring {
  const current = fieldKeyOf(encryptionKey);
  const all = [current, ...oldEncryptionKeys.map(fieldKeyOf)];
  return { current, byId: new Map(all.map((key) => [key.id, key])), seals: sealFields };
}

function fieldKeyOf(key: Buffer): FieldKey {
  const derived = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', purpose, 32));
  return {
    id: derived('entrepot field key id').toString('base64url').slice(0, KEY_ID_CHARS),
    key,
    indexKey: derived('entrepot field index'),
  };
}

function keyIdOf(kept: SealedText): string {
  return kept.slice(MARK.length, MARK.length + KEY_ID_CHARS);
}

function indexUnder({ indexKey }: FieldKey, tenantId: string, text: string): string {
  return createHmac('sha256', indexKey).update(`${tenantId}/${text}`).digest('base64url');
}

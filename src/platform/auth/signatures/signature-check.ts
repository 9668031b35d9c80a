import { verify, type KeyObject } from 'node:crypto';

import { type InnerList, type Item, parseDictionary } from 'structured-headers';

import { type Sentence } from '../../../kernel/sentence.js';
import { SAY } from '../auth.sentences.js';
import { isDigestOf } from './content-digest.js';
import { type SignedRequest, signatureBase } from './signature-base.js';
import { SignatureInvalidError, SignatureRequiredError, SignatureTimeError } from './signature.errors.js';

/** How far the clocks of caller and platform may be apart, either way; and how long a signature may be under way. */
export const TOLERANCE_SECONDS = 300;
const NONCE = /^[\x21-\x7e]{8,200}$/;

interface Signer {
  /** Its public id: what `keyid` must say. */
  readonly id: string;
  readonly key: KeyObject;
}

interface Claim {
  readonly covered: InnerList;
  readonly signature: Buffer;
}

/** What was verified, for who takes care that it is said once. */
export interface Verdict {
  readonly nonce: string;
  readonly createdSeconds: number;
}

/**
 * Verifies the signature of a request (RFC 9421, Ed25519) over method, address and content.
 * @param body null where the request has none
 * @throws SignatureRequiredError, SignatureInvalidError, SignatureTimeError
 */
export function checkSignature(request: SignedRequest, body: Buffer | null, signer: Signer, now: Date): Verdict {
  const { covered, signature } = claimOf(request, signer.id);
  const verdict = assertTimely(covered, Math.floor(now.getTime() / 1_000), now);
  assertCovers(covered, body, request);
  const base = signatureBase(request, covered);
  if (base === null) throw invalid(SAY.signature_component);
  if (!verify(null, Buffer.from(base), signer.key, signature)) throw invalid(SAY.signature_false);
  if (body !== null && !isDigestOf(String(request.headers['content-digest']), body)) throw invalid(SAY.digest_false);
  return verdict;
}

/** The one signature, of perhaps several, that names this signer. */
function claimOf({ headers }: SignedRequest, id: string): Claim {
  const { 'signature-input': input, signature } = headers;
  if (input === undefined || signature === undefined) throw new SignatureRequiredError(SAY.signature_missing);
  const inputs = dictionaryOf(input);
  const signatures = dictionaryOf(signature);
  for (const [label, member] of inputs) {
    if (!isInnerList(member) || member[1].get('keyid') !== id) continue;
    const [bytes] = signatures.get(label) ?? [];
    if (bytes instanceof ArrayBuffer) return { covered: member, signature: Buffer.from(bytes) };
  }
  throw invalid(SAY.signature_of_another({ id }));
}

function dictionaryOf(header: string | string[]): ReturnType<typeof parseDictionary> {
  try {
    return parseDictionary(String(header));
  } catch {
    throw invalid(SAY.signature_unreadable);
  }
}

function isInnerList(member: Item | InnerList): member is InnerList {
  return Array.isArray(member[0]);
}

function assertTimely([, parameters]: InnerList, nowSeconds: number, now: Date): Verdict {
  const parameter = (name: string): unknown => parameters.get(name);
  const [created, expires, nonce] = [parameter('created'), parameter('expires'), parameter('nonce')];
  const algorithm = parameter('alg') ?? 'ed25519';
  if (algorithm !== 'ed25519') throw invalid(SAY.signature_algorithm);
  if (typeof created !== 'number' || !Number.isInteger(created)) throw invalid(SAY.signature_created);
  if (typeof nonce !== 'string' || !NONCE.test(nonce)) throw invalid(SAY.signature_nonce);
  const isOver = expires !== undefined && (typeof expires !== 'number' || expires < nowSeconds);
  if (isOver || Math.abs(nowSeconds - created) > TOLERANCE_SECONDS) {
    throw new SignatureTimeError(SAY.signature_time({ seconds: TOLERANCE_SECONDS }), {
      serverTime: now.toISOString(),
      secondsApart: nowSeconds - created,
      toleranceSeconds: TOLERANCE_SECONDS,
    });
  }
  return { nonce, createdSeconds: created };
}

/** What is not covered could be changed on the way. */
function assertCovers([items]: InnerList, body: Buffer | null, { headers }: SignedRequest): void {
  const names = new Set(items.map(([name]) => name as unknown));
  const isAddressed = names.has('@target-uri') || ['@authority', '@path', '@query'].every((name) => names.has(name));
  const missing = [
    ...(names.has('@method') ? [] : ['@method']),
    ...(isAddressed ? [] : ['@target-uri']),
    ...(body === null || names.has('content-digest') ? [] : ['content-digest']),
    ...(headers['acting-for'] === undefined || names.has('acting-for') ? [] : ['acting-for']),
  ];
  if (missing.length > 0) throw invalid(SAY.signature_covers({ missing }));
}

function invalid(sentence: Sentence): SignatureInvalidError {
  return new SignatureInvalidError(sentence);
}

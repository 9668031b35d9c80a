import { createHash } from 'node:crypto';

const ATTACHMENT = /<Attchmnt>([\s\S]*?)<\/Attchmnt>/g;
const NAMED_HASH = /<URL>ni:\/\/\/sha-256;([\w-]+)<\/URL>/;
const ENCLOSED = /<InclBinryObjct>([^<]*)<\/InclBinryObjct>/;
const NUMBER = /<DocNb>([^<]*)<\/DocNb>/;

/** The number of the first enclosed file whose bytes do not have the hash that is named for it (RFC 6920); null where all do. */
export function damagedFile(xml: string): string | null {
  for (const [, attachment = ''] of xml.matchAll(ATTACHMENT)) {
    const [, enclosed] = ENCLOSED.exec(attachment) ?? [];
    if (enclosed === undefined) continue;
    const hash = createHash('sha256').update(Buffer.from(enclosed, 'base64')).digest('base64url');
    if (NAMED_HASH.exec(attachment)?.[1] !== hash) return NUMBER.exec(attachment)?.[1] ?? '';
  }
  return null;
}

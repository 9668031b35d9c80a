import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { CERTIFICATE_OUTCOMES, INVOICE_OUTCOMES, magicWords, MANNERS, OUTCOMES, RECORD_OUTCOMES } from './magic.js';
import { PARTNERS } from './partners.js';

describe('Magic words', () => {
  it.each([
    ['PO-7 SBX-REJECT', ['REJECT'], 'whoever reads it'],
    ['SBX-CUSTOMS-REJECT', ['REJECT'], 'the partner that is named'],
    ['SBX-CARRIER-REJECT', [], 'another partner'],
    ['SBX-DOWN-ONCE', ['DOWN-ONCE'], 'a word with a hyphen is one word'],
    ['SBX-LATE/SBX-TWICE', ['LATE', 'TWICE'], 'several at once'],
    ['SBX-REJECTED', [], 'a longer word is another word'],
    ['SBX-UNHEARD-OF', [], 'an unknown word means nothing'],
    ['sbx-reject', [], 'they are written in capitals'],
  ])('%s speaks to customs: %j (%s)', (text, words) => {
    expect(magicWords('customs', [text])).toEqual(words);
  });

  const page = readFileSync(join(process.cwd(), 'docs/sandbox.md'), 'utf8');

  it('stand in one table of the page on the sandbox, each with its partner, and no others', () => {
    const section = page.split('### All of them')[1]?.split('\n## ')[0] ?? '';
    const told = [...section.matchAll(/^\| `SBX-([A-Z-]+)` +\| ([a-z ]+?) +\|/gm)].map(([, word, who]) => [word, who]);
    const ofAll = Object.keys(MANNERS).map((word) => [word, 'every']);
    const ofSome = PARTNERS.flatMap((partner) =>
      Object.keys(OUTCOMES[partner]).map((word) => [word, partner.replace('-', ' ')]),
    );
    const ofRecords = Object.keys(RECORD_OUTCOMES).map((word) => [word, 'customs']);
    const ofInvoices = Object.keys({ ...INVOICE_OUTCOMES, ...CERTIFICATE_OUTCOMES }).map((word) => [
      word,
      'tax bureau',
    ]);
    expect(told.map(String).sort()).toEqual([...ofAll, ...ofSome, ...ofRecords, ...ofInvoices].map(String).sort());
  });
});

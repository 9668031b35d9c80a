import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { magicWords, MANNERS, OUTCOMES } from './magic.js';
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

  it.each(Object.keys(MANNERS))('the page on the sandbox explains %s', (word) => {
    expect(page).toContain(`\`SBX-${word}\``);
  });

  it.each(PARTNERS.flatMap((partner) => Object.keys(OUTCOMES[partner]).map((word) => [partner, word])))(
    'the page on the sandbox explains what %s do on %s',
    (partner, word) => {
      const section =
        page.split('\n### ').find((part) => part.toLowerCase().startsWith(partner.replace('-', ' '))) ?? '';
      expect(section).toContain(`\`SBX-${word}\``);
    },
  );
});

import { readFileSync } from 'node:fs';
import path from 'node:path';

import { corrected } from './correction.js';
import { changedDetails, type Detail, FREE_TEXT_DETAILS, HEAD_DETAILS, ITEM_DETAILS } from './message-details.js';
import { SOUND_FORM } from '../testing/forms.js';

const page = readFileSync(path.join(process.cwd(), 'docs/customs-fields.md'), 'utf8');

describe('Further fields of the message', () => {
  it.each<[string, readonly Detail[]]>([
    ['Of the declaration', HEAD_DETAILS],
    ['Of an item', ITEM_DETAILS],
    ['Of the free text', FREE_TEXT_DETAILS],
  ])('are told on their page as the code has them: %s', (heading, details) => {
    const [, section = ''] = page.split(`\n## ${heading}\n`);
    const rows = [...(section.split('\n## ')[0] ?? '').matchAll(/^\| `(\w+)` +\| (.+?) +\| (.+?) +\| (\d+) +\|$/gm)];
    expect(rows.map(([, name, en, zh, max]) => ({ name, en, zh, max: Number(max) }))).toEqual(details);
  });

  it('are put in and taken away one by one', () => {
    const first = changedDetails(undefined, [
      { field: 'LicenseNo', value: 'L1' },
      { field: 'BLNo', value: 'H1' },
    ]);
    expect(first).toEqual({ LicenseNo: 'L1', BLNo: 'H1' });
    expect(changedDetails(first, [{ field: 'BLNo', value: null }])).toEqual({ LicenseNo: 'L1' });
  });

  it('are corrected with the form, which was kept without them until now', () => {
    const form = corrected(SOUND_FORM, {
      details: [{ field: 'LicenseNo', value: '26-AA-100001' }],
      licences: [{ code: '4', number: '26-AA-100001' }],
      items: [{ itemNumber: 1, details: [{ field: 'GoodsBrand', value: 'SBX' }], goodsName: '玩具' }],
    });
    expect(form).toMatchObject({
      details: { LicenseNo: '26-AA-100001' },
      licences: [{ code: '4', number: '26-AA-100001' }],
      items: [{ details: { GoodsBrand: 'SBX' }, goodsName: '玩具' }],
    });
    expect(corrected(SOUND_FORM, {})).toEqual(SOUND_FORM);
  });
});

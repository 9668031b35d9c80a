import { type Sheet } from '../../kernel/sheet.js';
import { sheetsPdf } from './sheet-pdf.js';

const AT = new Date('2026-12-01T00:00:00Z');
const sheet = (rows: readonly (readonly string[])[], blocks: Sheet['blocks'] = []): Sheet => ({
  ...{ title: 'PACKING LIST', titleZh: '装箱单', number: 'SO-1', mark: 'DRAFT 草稿' },
  blocks: [
    ...blocks,
    {
      ...{ kind: 'table', caption: 'Goods 货物', rows, totals: ['TOTAL', '1'] },
      columns: [
        { title: 'Name', share: 3 },
        { title: 'kg', share: 1, isFigure: true },
      ],
    },
  ],
});
const drawn = async (...sheets: Sheet[]) => (await sheetsPdf(sheets, 'Test', AT)).toString('latin1');
const pages = (pdf: string) => pdf.match(/\/Type \/Page\b(?!s)/g)?.length;

describe('A paper as PDF', () => {
  it('is the same to the byte, whenever it is drawn', async () => {
    const rows = [['Łódź 电烤箱 Москва', '1']];
    expect(await drawn(sheet(rows))).toBe(await drawn(sheet(rows)));
  });

  it('takes as many pages as its rows need, and begins each sheet on one of its own', async () => {
    const rows = Array.from({ length: 100 }, (_none, index) => [`Line ${index}`, '1']);
    expect(pages(await drawn(sheet(rows)))).toBe(3);
    expect(pages(await drawn(sheet([]), sheet([])))).toBe(2);
  });

  it('breaks a row that is longer than a page, and a word that is longer than a line', async () => {
    expect(pages(await drawn(sheet([['word '.repeat(3_000), '1']])))).toBe(3);
    expect(pages(await drawn(sheet([['x'.repeat(9_000), '1']])))).toBe(2);
    expect(pages(await drawn(sheet([['货'.repeat(9_000), '1']])))).toBe(3);
  });

  it('goes on over pages with boxes and text too', async () => {
    const text = 'Terms. '.repeat(4_000);
    const boxes = [{ label: 'Marks', text: 'C/NO. '.repeat(3_000) }];
    expect(pages(await drawn(sheet([], [{ kind: 'text', text }])))).toBeGreaterThan(2);
    expect(pages(await drawn(sheet([], [{ kind: 'boxes', boxes }])))).toBeGreaterThan(2);
  });

  it('stands strange signs: none is dropped, none stops it', async () => {
    expect(pages(await drawn(sheet([['\u0000\t\u202e🚢\ud800 é\u0301\n\n', '']])))).toBe(1);
  });
});

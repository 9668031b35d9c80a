import { categoryFault, type TaxCategories, type TaxCategory } from './tax-category.js';

const OVEN = '1090413990000000000';
const CATEGORY: TaxCategory = {
  name: '其他家用厨房电器具',
  shortName: '家用厨房电器具',
  isGroup: false,
  headings: ['8516'],
};
const LINE = { taxCategory: OVEN, issuedOn: '2026-11-10', goodsName: '*家用厨房电器具*电烤箱', hsCode: '8516609000' };

const table = (category: TaxCategory | undefined | null): TaxCategories => ({
  of: () => category,
  covers: (headings, hsCode) => headings.some((heading) => hsCode.startsWith(heading)),
  forHsCode: (hsCode) => (hsCode === '9503008900' ? ['1060402010000000000'] : []),
});
const said = (
  change: Partial<typeof LINE> | { taxCategory: null },
  category: TaxCategory | undefined | null,
): unknown => categoryFault({ ...LINE, ...change }, table(category))?.code.replace('TAX_CATEGORIES.', '');

describe('The tax classification code of an invoice', () => {
  it.each([
    ['goes with the goods', {}, CATEGORY, undefined],
    ['was not given', { taxCategory: null }, undefined, undefined],
    ['is not known, for no table is loaded', {}, null, undefined],
    ['is not in the table', {}, undefined, 'unknown'],
    ['is of a service', { taxCategory: '3040000000000000000' }, CATEGORY, 'not_goods'],
    ['is of processing', { taxCategory: '2010000000000000000' }, { ...CATEGORY, headings: [] }, undefined],
    ['stands for others', {}, { ...CATEGORY, isGroup: true }, 'group'],
    ['is of other goods', { hsCode: '9503008900' }, CATEGORY, 'other_goods'],
    ['has no headings in the table', { hsCode: '9503008900' }, { ...CATEGORY, headings: [] }, undefined],
    ['is printed otherwise', { goodsName: '*塑料制品*电烤箱' }, CATEGORY, 'printed_otherwise'],
    ['is printed without its short name', { goodsName: '电烤箱' }, CATEGORY, undefined],
  ] as const)('that %s', (_what, change, category, expected) => {
    expect(said(change, category)).toBe(expected);
  });

  it('is told with what the table has for the declared goods', () => {
    const fault = categoryFault({ ...LINE, hsCode: '9503008900' }, table(CATEGORY));
    expect(fault?.values['instead']).toMatchObject({ values: { codes: ['1060402010000000000'] } });
  });
});

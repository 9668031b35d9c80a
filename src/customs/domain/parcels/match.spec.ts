import fc from 'fast-check';

import { importParcel } from '../../../../test/support/parcel-desk.js';
import { Money, type MoneyJson } from '../../../kernel/money.js';
import { type MatchDocuments } from '../match-documents.js';
import { threeDocumentMatch } from '../three-document-match.js';
import { matchPapers, papersNeeded } from './match.js';
import { type Papers } from './papers.js';

const NEEDED = papersNeeded('import', '9610');

/** The same papers, as the calculator takes them: JSON money read. */
function asDocuments(papers: unknown): MatchDocuments {
  const read = (_name: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && 'currency' in value ? Money.fromJSON(value as MoneyJson) : value;
  return JSON.parse(JSON.stringify(papers), read) as MatchDocuments;
}

const rulesOf = (found: readonly { readonly rule: string }[]): string[] => [...new Set(found.map(({ rule }) => rule))];

describe('The match of a parcel', () => {
  it('finds nothing where its papers agree', () => {
    const papers = importParcel('SO-1') as unknown as Papers;
    expect(matchPapers(papers, 'import', NEEDED)).toEqual({ missing: [], mismatches: [] });
    expect(threeDocumentMatch(asDocuments(papers)).matched).toBe(true);
  });

  it('breaks the rules that the calculator finds broken, whatever is spoiled', () => {
    const change = <Value>(other: Value) => fc.option(fc.constant(other), { nil: undefined });
    const spoilt = fc.record({
      orderNo: change('SO-2'),
      paid: change({ amount: '1.00', currency: 'CNY' }),
      freight: change({ amount: '3.00', currency: 'CNY' }),
      goodsValue: change({ amount: '199.99', currency: 'CNY' }),
      payer: change({ name: '李四', idNumber: '2' }),
      address: change('上海'),
      waybillNo: change('X'),
      quantity: change('3'),
      packages: change(2),
      netKg: change('99'),
    });
    fc.assert(
      fc.property(spoilt, (how) => {
        const { order, payment, waybill, list } = importParcel('SO-1');
        const papers = {
          order: {
            ...order,
            ...(how.freight && { freight: how.freight }),
            ...(how.goodsValue && { goodsValue: how.goodsValue }),
          },
          payment: {
            ...payment,
            ...(how.orderNo && { orderNo: how.orderNo }),
            ...(how.paid && { amountPaid: how.paid }),
            ...(how.payer && { payer: how.payer }),
          },
          waybill: {
            ...waybill,
            ...(how.waybillNo && { waybillNo: how.waybillNo }),
            consignee: { ...waybill.consignee, ...(how.address && { address: how.address }) },
          },
          list: {
            ...list,
            ...(how.packages && { packages: how.packages }),
            ...(how.netKg && { netKg: how.netKg }),
            lines: list.lines.map((line) => ({ ...line, ...(how.quantity && { quantity: how.quantity }) })),
          },
        };
        const ours = matchPapers(papers, 'import', NEEDED).mismatches;
        const theirs = threeDocumentMatch(asDocuments(papers)).mismatches;
        expect(rulesOf(ours).sort()).toEqual(rulesOf(theirs).sort());
      }),
    );
  });
});

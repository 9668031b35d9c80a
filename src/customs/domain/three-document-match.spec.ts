import fc from 'fast-check';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { Money } from '../../kernel/money.js';
import { DOCUMENTS, MATCH_RULES, type MatchDocuments } from './match-documents.js';
import { threeDocumentMatch } from './three-document-match.js';

const cny = (amount: string) => Money.parse(amount, 'CNY');

/** 2 × 200 and 1 × 100, with freight, tax and a coupon: everything agrees. */
function agreeing() {
  const buyer = { name: '王小明', idNumber: 'TEST-ID-0001' };
  const consignee = { name: '王小明', phone: '13800000000', address: '北京市朝阳区建国路1号' };
  const line = (lineNo: number, itemName: string, quantity: string) => ({ lineNo, itemName, quantity });
  return {
    order: {
      orderNo: 'ORD-1',
      platformCode: '1101110325',
      goodsValue: cny('500.00'),
      freight: cny('20.00'),
      taxTotal: cny('45.50'),
      discount: cny('15.50'),
      actualPaid: cny('550.00'),
      buyer,
      consignee,
      lines: [
        { ...line(1, '奶粉', '2'), unitPrice: cny('200.00'), total: cny('400.00') },
        { ...line(2, '面霜', '1'), unitPrice: cny('100.00'), total: cny('100.00') },
      ],
    },
    payment: { orderNo: 'ORD-1', platformCode: '1101110325', amountPaid: cny('550.00'), payer: buyer },
    waybill: { orderNo: 'ORD-1', waybillNo: 'SF1', logisticsCode: 'L1', consignee },
    list: {
      orderNo: 'ORD-1',
      platformCode: '1101110325',
      waybillNo: 'SF1',
      logisticsCode: 'L1',
      buyer,
      packages: 1,
      grossKg: '1.5',
      netKg: '1.50',
      lines: [line(1, '奶粉', '2.00000'), line(2, '面霜', '1')],
    },
  };
}
type Agreeing = ReturnType<typeof agreeing>;

function changed(change: (documents: Agreeing) => void): MatchDocuments {
  const documents = agreeing();
  change(documents);
  return documents;
}

const found = (documents: MatchDocuments) =>
  threeDocumentMatch(documents).mismatches.map(({ rule, document, lineNo, pointer }) =>
    [rule, document, ...(lineNo === undefined ? [] : [lineNo]), pointer].join(' '),
  );

describe('The three-document match (三单对碰)', () => {
  it('is made when everything agrees', () => {
    const match = threeDocumentMatch(agreeing());
    expect(match).toMatchObject({ matched: true, mismatches: [], missing: [], amountDue: cny('550.00') });
  });

  it.each<[string, (documents: Agreeing) => void, string[]]>([
    [
      'the order number of the waybill',
      (d) => (d.waybill.orderNo = 'ORD-2'),
      ['order_number waybill /waybill/orderNo'],
    ],
    ['the platform of the list', (d) => (d.list.platformCode = 'X'), ['platform_code list /list/platformCode']],
    [
      'a foreign currency that was paid',
      (d) => (d.payment.amountPaid = Money.parse('550.00', 'USD')),
      ['currency payment /payment/amountPaid'],
    ],
    ['a sum that does not add up', (d) => (d.order.freight = cny('20.01')), ['order_total order /order/actualPaid']],
    [
      'a line that costs more than it says',
      (d) => {
        d.order.lines.forEach((line) => (line.quantity = '2'));
      },
      ['line_total order 2 /order/lines/1/total', 'list_lines list 2 /list/lines/1/quantity'],
    ],
    [
      'goods worth more than their lines',
      (d) => Object.assign(d.order.lines.at(0) ?? {}, { total: cny('399.99') }),
      ['goods_value order /order/goodsValue', 'line_total order 1 /order/lines/0/total'],
    ],
    ['a cent less paid', (d) => (d.payment.amountPaid = cny('549.99')), ['amount_paid payment /payment/amountPaid']],
    [
      'another payer',
      (d) => (d.payment.payer = { name: '李四', idNumber: '2' }),
      ['payer payment /payment/payer/name'],
    ],
    [
      'another address',
      (d) => (d.waybill.consignee = { ...d.waybill.consignee, address: '上海' }),
      ['consignee waybill /waybill/consignee/address'],
    ],
    [
      'another identity number',
      (d) => (d.list.buyer = { name: '王小明', idNumber: '2' }),
      ['buyer list /list/buyer/idNumber'],
    ],
    [
      'waybill and logistics, once',
      (d) => Object.assign(d.list, { waybillNo: 'SF2', logisticsCode: 'L2' }),
      ['waybill_number list /list/waybillNo'],
    ],
    [
      'lines on one side only',
      (d) => Object.assign(d.list.lines.at(1) ?? {}, { lineNo: 3 }),
      ['list_lines list 2 /list/lines', 'list_lines list 3 /list/lines/1'],
    ],
    ['two packages', (d) => (d.list.packages = 2), ['packages list /list/packages']],
    ['more net than gross', (d) => (d.list.netKg = '1.51'), ['net_weight list /list/netKg']],
  ])('finds %s', (_what, change, expected) => {
    const documents = changed(change);
    expect(found(documents)).toEqual(expected);
    expect(threeDocumentMatch(documents).matched).toBe(false);
  });

  it('rounds what a line costs half up to the fen', () => {
    const documents = (total: string) =>
      changed((d) => {
        d.order.lines = [{ lineNo: 1, itemName: '茶', quantity: '0.5', unitPrice: cny('0.05'), total: cny(total) }];
      });
    expect(found(documents('0.03')).filter((each) => each.startsWith('line_total'))).toEqual([]);
    expect(found(documents('0.02')).filter((each) => each.startsWith('line_total'))).toHaveLength(1);
  });

  it('waits for what has not arrived, and holds the rest against the order', () => {
    const { order, list } = agreeing();
    const match = threeDocumentMatch({ order, list: { ...list, packages: 2 } });
    expect(match.missing).toEqual(['payment', 'waybill']);
    expect(match.mismatches.map(({ rule }) => rule)).toEqual(['packages']);
    expect(match.matched).toBe(false);
  });

  it('compares only what both documents give, and repeats nobody’s name', () => {
    const { order, payment } = agreeing();
    expect(found({ order: { ...order, buyer: undefined, lines: undefined }, payment })).toEqual([]);
    const { mismatches } = threeDocumentMatch({ order, payment: { ...payment, payer: { name: '李四' } } });
    expect(JSON.stringify(mismatches)).not.toMatch(/李四|王小明/);
  });

  it('goods without a line are worth nothing', () => {
    const documents = changed((d) =>
      Object.assign(d, { order: { ...d.order, lines: [] }, list: { ...d.list, lines: [] } }),
    );
    expect(found(documents)).toEqual(['goods_value order /order/goodsValue']);
  });

  it('a line that is named twice is no document', () => {
    const documents = changed((d) => Object.assign(d.list.lines.at(1) ?? {}, { lineNo: 1 }));
    expect(() => threeDocumentMatch(documents)).toThrow(InvalidInputError);
  });

  it('tells every disagreement in the order of the rules, then of documents, then of lines', () => {
    const spoil = fc.record({
      orderNo: fc.constantFrom('ORD-1', 'ORD-2'),
      paid: fc.constantFrom('550.00', '1.00'),
      freight: fc.constantFrom('20.00', '30.00'),
      packages: fc.constantFrom(1, 2),
      names: fc.constantFrom('奶粉', '茶'),
      lineNo: fc.constantFrom(2, 3),
      waybill: fc.boolean(),
    });
    fc.assert(
      fc.property(spoil, (how) => {
        const documents = changed((d) => {
          d.payment.orderNo = how.orderNo;
          d.list.orderNo = how.orderNo;
          d.payment.amountPaid = cny(how.paid);
          d.order.freight = cny(how.freight);
          d.list.packages = how.packages;
          Object.assign(d.list.lines.at(0) ?? {}, { itemName: how.names });
          Object.assign(d.list.lines.at(1) ?? {}, { lineNo: how.lineNo });
        });
        const { mismatches } = threeDocumentMatch(how.waybill ? documents : { ...documents, waybill: undefined });
        const places = mismatches.map(
          ({ rule, document, lineNo = 0 }) =>
            MATCH_RULES.indexOf(rule) * 1e6 + DOCUMENTS.indexOf(document) * 1e4 + lineNo,
        );
        expect(places).toEqual([...places].sort((left, right) => left - right));
      }),
    );
  });
});

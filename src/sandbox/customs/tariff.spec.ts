import { Element } from '../world/xml.js';
import { taxesOf } from './tariff.js';

const message = (head: string, items: readonly string[]): Element => {
  const lists = items.map((item) => `<DecList>${item}</DecList>`).join('');
  const text = `<DecMessage><DecHead>${head}</DecHead><DecLists>${lists}</DecLists></DecMessage>`;
  const found = Element.parse(text, 'DecMessage');
  if (found === null) throw new Error(text);
  return found;
};
const item = (code: string, total: string, more = ''): string =>
  `<CodeTS>${code}</CodeTS><DeclTotal>${total}</DeclTotal><TradeCurr>USD</TradeCurr>${more}`;
const told = (element: Element): string[] => {
  const { duty, consumptionTax, vat } = taxesOf(element);
  return [duty, consumptionTax, vat].map((tax) => tax.toAmountString());
};

describe('The tariff of customs in the sandbox', () => {
  it.each([
    ['anything', item('9503008900', '1000.00'), '', ['710.00', '0.00', '1015.30']],
    [
      'whisky FOB with freight, and 3‰ for a premium nobody knew',
      item('2208300000', '20000.00', '<SecondQty>912</SecondQty><SecondUnit>035</SecondUnit>'),
      '<FeeMark>3</FeeMark><FeeRate>1200.00</FeeRate><FeeCurr>USD</FeeCurr><InsurMark>1</InsurMark><InsurRate>0.3</InsurRate>',
      ['15097.16', '42657.18', '27134.37'],
    ],
    [
      'honey with a premium and packing of its own',
      item('0409000000', '1000.00'),
      '<InsurRate>10.00</InsurRate><InsurCurr>USD</InsurCurr><OtherRate>20.00</OtherRate><OtherCurr>USD</OtherCurr>',
      ['1096.95', '0.00', '756.90'],
    ],
  ])('charges %s', (_what, goods, head, taxes) => {
    expect(told(message(head, [goods]))).toEqual(taxes);
  });

  it('shares the freight out by value, and rounds each item by itself', () => {
    const freight = '<FeeRate>1.00</FeeRate><FeeCurr>USD</FeeCurr>';
    const goods = ['0.10', '0.20', '0.30'].map((total) => item('9503008900', total));
    expect(told(message(freight, goods))).toEqual(['1.14', '0.00', '1.62']);
  });
});

const CNY = (amount: string) => ({ amount, currency: 'CNY' });

export const RECEIPT_PLEDGE = {
  sellerId: 'pty_01jdq3x7k2e9ta6v0m8r4c5wzb',
  number: 'WR-2026-0117',
  issuer: '91330201MA2812345X',
  hsCode: '7403110000',
  goods: 'Copper cathodes, grade A',
  quantity: '1000',
  unit: 'KG',
  valuation: { value: CNY('300000.00'), valuedOn: '2026-11-20', source: 'Shanghai Metals Market' },
  storedUntil: '2027-11-30',
  isInsured: true,
};

export const RECEIPT_VALUATION = {
  value: CNY('280000.00'),
  valuedOn: '2026-11-24',
  source: 'Shanghai Metals Market',
};

export const RECEIPT_RELEASE = { quantity: '400', reason: 'Sold to a buyer at home' };

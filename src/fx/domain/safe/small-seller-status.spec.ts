import { Money } from '../../../kernel/money.js';
import { smallSellerStatus } from './small-seller-status.js';

describe('smallSellerStatus (汇发〔2020〕11号)', () => {
  it.each([
    ['179999.99', 'exempt'],
    ['180000.00', 'warning'],
    ['200000.00', 'warning'],
    ['200000.01', 'registration_required'],
  ])('USD %s a year: %s', (annualTrade, status) => {
    expect(smallSellerStatus(Money.parse(annualTrade, 'USD')).status).toBe(status);
  });
});

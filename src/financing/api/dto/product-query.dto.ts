import { DateField, DecimalField, QueryInteger } from '../../../platform/http/fields.js';

export class FinancingProductsQuery {
  @DateField({ description: 'On which day; today in China unless you say', optional: true, example: '2026-12-01' })
  asOf?: string;
}

export class ProductComparisonQuery extends FinancingProductsQuery {
  @DecimalField({ description: 'How much is wanted, in CNY', places: 2, example: '100000.00' })
  amount!: string;

  @QueryInteger({ description: 'For how many days; 90 unless you say', min: 1, max: 3_650, fallback: 90, example: 90 })
  days?: number;
}

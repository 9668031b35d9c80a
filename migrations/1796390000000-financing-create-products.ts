import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What lenders offer becomes rows: the platform's own, which every tenant reads, and versions that a tenant adds. */
export class FinancingCreateProducts1796390000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE financing.standard_product (
        code        text        NOT NULL,
        version     integer     NOT NULL,
        valid_from  date        NOT NULL,
        valid_to    date,
        terms       jsonb       NOT NULL,
        source      text        NOT NULL CONSTRAINT ck_standard_product_source CHECK (source <> ''),
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_standard_product PRIMARY KEY (code, version),
        CONSTRAINT uq_standard_product_begin UNIQUE (code, valid_from),
        CONSTRAINT ck_standard_product_days CHECK (valid_to IS NULL OR valid_to >= valid_from)
      )`);
    await db.query(`GRANT SELECT ON financing.standard_product TO entrepot_app`);
    await db.query(`
      CREATE TABLE financing.product_version (
        tenant_id  uuid        NOT NULL,
        id         uuid        NOT NULL,
        code       text        NOT NULL,
        version    integer     NOT NULL,
        valid_from date        NOT NULL,
        valid_to   date,
        terms      jsonb       NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT pk_product_version PRIMARY KEY (tenant_id, id),
        CONSTRAINT uq_product_version_number UNIQUE (tenant_id, code, version),
        CONSTRAINT uq_product_version_begin UNIQUE (tenant_id, code, valid_from),
        CONSTRAINT ck_product_version_days CHECK (valid_to IS NULL OR valid_to >= valid_from)
      )`);
    await db.query(`CALL platform.isolate('financing.product_version')`);
    // A version is never changed: loans were granted by it.
    await db.query(`GRANT SELECT, INSERT ON financing.product_version TO entrepot_app`);
    for (const { code, source, ...terms } of STANDARD) {
      await db.query(
        `INSERT INTO financing.standard_product (code, version, valid_from, terms, source) VALUES ($1, 1, '2026-01-01', $2, $3)`,
        [code, JSON.stringify({ code, ...terms }), source],
      );
    }
    await db.query(`ALTER TABLE financing.advance ADD COLUMN terms jsonb`);
    await db.query(`ALTER TABLE financing.order_facts ADD COLUMN is_departed boolean NOT NULL DEFAULT false`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE financing.order_facts DROP COLUMN is_departed`);
    await db.query(`ALTER TABLE financing.advance DROP COLUMN terms`);
    await db.query(`DROP TABLE financing.product_version, financing.standard_product`);
  }
}

const LENDER = { code: 'partner_bank', name: { en: 'Partner bank', zh: '合作银行' } };
const FIXED = { kind: 'fixed' };
const ON_ORDER = [{ name: 'order_live' }, { name: 'order_placed' }];
const PAID_TO = { name: 'payout_account' };
const GUARANTEED = { name: 'guarantee_clear' };
const COMMON = { lender: LENDER, currency: 'CNY', dayBasis: 360, feeFlat: '0.00' };
const MULTIPLIED = { kind: 'multiplier', value: '1.5' };

/**
 * The kinds of the trade, one row each. Advance rates, records and ceilings follow what lenders have published of such products;
 * where none is public the figure is the platform's own sample.
 */
const STANDARD = [
  {
    ...COMMON,
    code: 'refund_advance',
    name: { en: 'Refund advance', zh: '退税融资' },
    source:
      'The platform’s sample terms of 2026; the manner (退税托管账户质押) follows the studies of refund-account pledges',
    base: 'matched_refund',
    advanceRate: '0.80',
    clientLimit: '5000000.00',
    minimum: '100.00',
    tenorDays: 180,
    interest: { ...FIXED, annualRate: '0.0435' },
    penalty: { kind: 'added_rate', value: '0.02175' },
    feeRate: '0.001',
    opensWhen: [
      { name: 'order_live' },
      { name: 'goods_released' },
      { name: 'refund_matched' },
      { name: 'refund_unpaid' },
      { name: 'claim_not_rejected' },
      PAID_TO,
      GUARANTEED,
    ],
    closesBy: ['refund_paid'],
    documents: ['customs_declaration', 'vat_invoice', 'refund_account_agreement'],
  },
  {
    ...COMMON,
    code: 'insured_factoring',
    name: { en: 'Factoring of an insured export invoice', zh: '信保项下出口保理' },
    source:
      'Advance of 80 % of the insured invoice, the rest a reserve, as export factoring is usually described; price a sample',
    base: 'insured_invoice',
    advanceRate: '0.80',
    clientLimit: '5000000.00',
    minimum: '10000.00',
    tenorDays: 360,
    interest: { kind: 'floating', reference: 'LPR_1Y', spread: '0.0150' },
    penalty: MULTIPLIED,
    feeRate: '0.005',
    opensWhen: [
      ...ON_ORDER,
      { name: 'goods_departed' },
      { name: 'buyer_insured' },
      { name: 'invoice_assigned' },
      PAID_TO,
      GUARANTEED,
    ],
    closesBy: ['collection_received'],
    documents: ['sales_contract', 'transport_document', 'insurance_policy', 'assignment_notice'],
  },
  {
    ...COMMON,
    code: 'order_financing',
    name: { en: 'Financing of a signed order', zh: '订单融资' },
    source: 'A share of the signed order to buy and make the goods (订单融资、备货融资); share and price are samples',
    base: 'signed_order',
    advanceRate: '0.50',
    clientLimit: '2000000.00',
    minimum: '10000.00',
    tenorDays: 180,
    interest: { kind: 'floating', reference: 'LPR_1Y', spread: '0.0250' },
    penalty: MULTIPLIED,
    feeRate: '0.003',
    opensWhen: [
      ...ON_ORDER,
      { name: 'trading_for_months', value: '6' },
      { name: 'no_overdue_debt' },
      PAID_TO,
      GUARANTEED,
    ],
    closesBy: ['collection_received'],
    documents: ['sales_contract'],
  },
  {
    ...COMMON,
    code: 'data_credit_line',
    name: { en: 'Credit line on export data', zh: '出口数据流水贷' },
    source:
      'Twelve months of exports, at least 1,000,000 CNY, a line of at most 10,000,000 CNY, as a state bank published; price a sample',
    base: 'export_data',
    advanceRate: '0.20',
    clientLimit: '10000000.00',
    minimum: '10000.00',
    tenorDays: 365,
    interest: { kind: 'floating', reference: 'LPR_1Y', spread: '0.0200' },
    penalty: MULTIPLIED,
    feeRate: '0',
    opensWhen: [
      { name: 'trading_for_months', value: '12' },
      { name: 'collections_at_least', value: '1000000.00' },
      { name: 'no_overdue_debt' },
      PAID_TO,
      GUARANTEED,
    ],
    closesBy: ['instalments', 'repayment_by_client'],
    documents: ['customs_declaration', 'vat_invoice'],
  },
  {
    ...COMMON,
    code: 'mutual_guarantee_line',
    name: { en: 'Line of a member of a guarantee group', zh: '网络联保贷款' },
    source:
      '网络联保, first version (2007): at most 2,000,000 CNY a member, at most a year, interest by the day at 6 to 9 % a year',
    base: 'guarantee_pool',
    advanceRate: '1',
    clientLimit: '2000000.00',
    minimum: '10000.00',
    tenorDays: 365,
    interest: { ...FIXED, annualRate: '0.0750' },
    penalty: MULTIPLIED,
    feeRate: '0',
    opensWhen: [{ name: 'in_guarantee_group' }, GUARANTEED, { name: 'no_overdue_debt' }, PAID_TO],
    closesBy: ['instalments', 'repayment_by_client'],
    documents: ['guarantee_agreement'],
  },
  {
    ...COMMON,
    code: 'warehouse_receipt_pledge',
    name: { en: 'Pledge of a warehouse receipt', zh: '仓单质押融资' },
    source:
      '50 to 70 % of the market value of the pledged goods, registered in the movables register (中登网); share and price are samples',
    base: 'warehouse_receipt',
    advanceRate: '0.60',
    clientLimit: '3000000.00',
    minimum: '50000.00',
    tenorDays: 180,
    interest: { ...FIXED, annualRate: '0.0600' },
    penalty: MULTIPLIED,
    feeRate: '0.002',
    opensWhen: [
      { name: 'receipt_pledged' },
      { name: 'pledge_registered' },
      { name: 'no_overdue_debt' },
      PAID_TO,
      GUARANTEED,
    ],
    closesBy: ['redemption'],
    documents: ['warehouse_receipt', 'pledge_registration'],
  },
  {
    ...COMMON,
    code: 'fx_margin_line',
    name: { en: 'Line for the margin of forwards', zh: '远期结售汇保证金授信' },
    source:
      'A line in place of the cash margin that a bank asks for with a forward (授信占用代替保证金); figures are samples',
    base: 'fx_margin',
    advanceRate: '1',
    clientLimit: '1000000.00',
    minimum: '1000.00',
    tenorDays: 365,
    interest: { ...FIXED, annualRate: '0.0500' },
    penalty: MULTIPLIED,
    feeRate: '0.001',
    opensWhen: [{ name: 'margin_called' }, { name: 'no_overdue_debt' }, GUARANTEED],
    closesBy: ['forward_settled'],
    documents: ['forward_agreement'],
  },
];

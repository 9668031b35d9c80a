import { type Decimal } from '../../../kernel/decimal.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { type Money } from '../../../kernel/money.js';
import { type Bilingual } from '../../../kernel/sentence.js';
import { type Block, boundedTable, boxRow, fieldRow, type Sheet } from '../../../kernel/sheet.js';
import { type Schedule } from '../instalments/schedule.js';

/** What an agreement on a loan says. */
export interface AgreementFacts {
  readonly number: string;
  readonly reference: string;
  readonly borrower: { readonly name: string; readonly uscc: string };
  readonly lender: Bilingual;
  readonly product: Bilingual;
  readonly principal: Money;
  /** Per year, as a fraction. */
  readonly annualRate: Decimal;
  readonly dayBasis: number;
  readonly fee: Money;
  /** From the day of the offer. */
  readonly schedule: Schedule;
  readonly offeredOn: LocalDate;
  readonly validUntil: LocalDate;
  /** Null until it is signed. */
  readonly signature: { readonly signatory: string; readonly signedOn: LocalDate } | null;
}

const COLUMNS = [
  { title: 'Due 到期日', share: 2 },
  { title: 'Principal 本金', share: 2, isFigure: true },
  { title: 'Interest 利息', share: 2, isFigure: true },
  { title: 'Fee 费用', share: 2, isFigure: true },
  { title: 'Total 合计', share: 2, isFigure: true },
];

/** Agreement on a loan (借款合同): who lends whom how much at which price, and what is paid back when. */
export function agreementSheet(facts: AgreementFacts): Sheet {
  const { borrower, lender, product, signature } = facts;
  return {
    ...{ title: 'LOAN AGREEMENT', titleZh: '借款合同', number: facts.number },
    mark: signature === null ? 'DRAFT 草稿' : null,
    blocks: [
      boxRow({ label: 'Lender 贷款人', text: `${lender.en}\n${lender.zh}` }),
      boxRow({ label: 'Borrower 借款人', text: `${borrower.name}\n${borrower.uscc}` }),
      fieldRow(['Product 产品', `${product.en} ${product.zh}`], ['Loan 融资编号', facts.reference]),
      fieldRow(['Amount 金额', String(facts.principal)], ['Fee 费用', String(facts.fee)]),
      fieldRow(
        ['Interest a year 年利率', `${percent(facts.annualRate)} (ACT/${facts.dayBasis})`],
        ['All-in rate a year 综合年化成本', percent(facts.schedule.allInRate)],
      ),
      fieldRow(['Offered on 要约日', facts.offeredOn], ['To be signed by 签署截止日', facts.validUntil]),
      scheduleTable(facts.schedule),
      {
        kind: 'text',
        text:
          'The lender pays out after the borrower has signed. Interest runs from the day on which it pays out; the schedule above is ' +
          'worked out from the day of the offer. 贷款人于借款人签署后放款，利息自放款日起算；上表自要约日起测算。',
      },
      ...signatureLines(signature),
    ],
  };
}

function scheduleTable({ lines, principal, interest, fees, cost }: Schedule): Block {
  const rows = lines.map((line) => [
    line.dueOn,
    ...[line.principal, line.interest, line.fee, line.total].map((money) => money.toAmountString()),
  ]);
  const total = principal.plus(cost);
  const sums = [principal, interest, fees, total].map((money) => money.toAmountString());
  return boundedTable({ caption: 'Schedule 还款计划', columns: COLUMNS, rows, totals: ['Total 合计', ...sums] });
}

function signatureLines(signature: AgreementFacts['signature']): Block[] {
  const signed = signature === null ? '\n\n' : `${signature.signatory}\n${signature.signedOn}`;
  return [
    boxRow(
      { label: 'Signed for the borrower: name, date 借款人签署：姓名、日期', text: signed },
      { label: 'For the lender 贷款人签署', text: '\n\n' },
    ),
  ];
}

function percent(rate: Decimal): string {
  return `${rate.times(100).toFixed()} %`;
}

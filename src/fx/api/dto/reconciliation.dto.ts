import { publicId } from '../../../kernel/ids.js';
import { Money, type MoneyJson } from '../../../kernel/money.js';
import {
  BooleanField,
  DateField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  MoneyField,
  TextField,
} from '../../../platform/http/fields.js';
import { type StatementReconciliation } from '../../application/statements/reconciliations.js';
import { type DifferenceLine, EXPLANATIONS, isOpen } from '../../domain/statements/reconcile.js';

const LINES_SHOWN = 500;
const MEANING =
  '`brought_forward`: there before the first statement that is looked at. `gap`: between statements, or within one. `unknown`: ' +
  'booked by the bank, not by us. `amount`: booked by both, not the same. `in_transit`: booked by us, not yet by the bank. ' +
  '`timing`: booked by both, on one side outside these days. `unnamed`: booked before postings named accounts at the bank. ' +
  '`unlisted`: postings beyond the 20,000 that are looked at';

export class ExplanationSumDto {
  @EnumField({ description: MEANING, values: EXPLANATIONS, example: 'in_transit' })
  readonly kind!: string;

  @IntegerField({ description: 'How many', min: 1, example: 1 })
  readonly count!: number;

  @MoneyField({ description: 'What they add to the bank’s balance less ours' })
  readonly amount!: MoneyJson;

  @BooleanField({ description: 'Somebody has to look into it: it does not pass by itself', example: false })
  readonly isOpen!: boolean;
}

export class DifferenceLineDto {
  @EnumField({ description: MEANING, values: EXPLANATIONS, example: 'in_transit' })
  readonly kind!: string;

  @MoneyField({ description: 'What it adds to the bank’s balance less ours' })
  readonly amount!: MoneyJson;

  @IdField({ kind: 'bankReport', description: 'The statement that the bank’s entry stands in', nullable: true })
  readonly statementId!: string | null;

  @IntegerField({ description: 'The entry: its place in the file', min: 1, nullable: true, example: 3 })
  readonly entry!: number | null;

  @IdField({ kind: 'transfer', description: 'The transfer in the ledger', nullable: true })
  readonly transferId!: string | null;

  @TextField({ description: 'What the transfer booked', max: 64, nullable: true, example: 'fx.payout' })
  readonly transferKind!: string | null;

  @DateField({ description: 'Its value date', nullable: true, example: '2026-11-24' })
  readonly valueDate!: string | null;

  static from(this: void, { kind, amount, entry, booked }: DifferenceLine): DifferenceLineDto {
    return {
      ...{ kind, amount: amount.toJSON() },
      statementId: entry === null ? null : publicId('bankReport', entry.pageId),
      entry: entry === null || entry.number === 0 ? null : entry.number,
      transferId: booked === null ? null : publicId('transfer', booked.transferId),
      transferKind: booked?.kind ?? null,
      valueDate: booked?.valueDate ?? null,
    };
  }
}

export class ReconciliationDto {
  @EnumField({ description: 'Kind of resource', values: ['reconciliation'], example: 'reconciliation' })
  readonly object!: 'reconciliation';

  @IdField({ kind: 'bankReport', description: 'The statement' })
  readonly statementId!: string;

  @IdField({ kind: 'collectionAccount', description: 'The account' })
  readonly accountId!: string;

  @DateField({ description: 'The first day looked at; what was before is brought forward', example: '2026-11-01' })
  readonly from!: string;

  @DateField({ description: 'The day at whose end the two balances are compared', example: '2026-11-24' })
  readonly on!: string;

  @MoneyField({ description: 'Closing booked balance of the statement' })
  readonly bankBalance!: MoneyJson;

  @MoneyField({ description: '`clearing_bank` of this account in the ledger, by value date' })
  readonly ledgerBalance!: MoneyJson;

  @MoneyField({ description: 'The bank’s balance less ours' })
  readonly difference!: MoneyJson;

  @IntegerField({ description: 'Entries that the books agree with, to the cent', min: 0, example: 12 })
  readonly matched!: number;

  @BooleanField({ description: 'Nothing is left for somebody to look into', example: true })
  readonly isReconciled!: boolean;

  @ListField(() => ExplanationSumDto, { description: 'They sum to the difference exactly', max: 8 })
  readonly explanations!: ExplanationSumDto[];

  @ListField(() => DifferenceLineDto, { description: 'One by one, the first 500', max: LINES_SHOWN })
  readonly lines!: DifferenceLineDto[];

  static from(this: void, found: StatementReconciliation): ReconciliationDto {
    const { statement, lines } = found;
    return {
      object: 'reconciliation',
      statementId: publicId('bankReport', statement.id),
      accountId: publicId('collectionAccount', statement.accountId),
      ...{ from: found.from, on: found.until, matched: found.matched },
      bankBalance: found.bankBalance.toJSON(),
      ledgerBalance: found.ledgerBalance.toJSON(),
      difference: found.difference.toJSON(),
      isReconciled: !lines.some(isOpen),
      explanations: sumsOf(lines, statement.currency),
      lines: lines.slice(0, LINES_SHOWN).map(DifferenceLineDto.from),
    };
  }
}

function sumsOf(lines: readonly DifferenceLine[], currency: string): ExplanationSumDto[] {
  return [...Map.groupBy(lines, ({ kind }) => kind)].map(([kind, some]) => ({
    kind,
    count: some.length,
    amount: Money.sum(
      some.map(({ amount }) => amount),
      currency,
    ).toJSON(),
    isOpen: some.some(isOpen),
  }));
}

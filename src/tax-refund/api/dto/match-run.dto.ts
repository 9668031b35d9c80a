import { publicId } from '../../../kernel/ids.js';
import { type Language, told } from '../../../kernel/sentence.js';
import { Money } from '../../../kernel/money.js';
import { OPERATION_STATES, type OperationState } from '../../../platform/bulk/operation-state.js';
import {
  DateField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  QueryFlag,
  TextField,
} from '../../../platform/http/fields.js';
import { type FullRun } from '../../application/match-runs.service.js';
import { type RejectedRow, type UploadedRows } from '../../application/match-uploads.service.js';
import { RUN_SOURCES, type RunSource } from '../../domain/match-case.js';
import { ROW_KINDS, type RowKind } from '../../domain/match-rows.js';

export class MatchRowsQuery {
  @EnumField({
    description:
      'items: 报关单项; invoice_lines: 发票行; collections: 收汇; consumption_tax_vouchers: 消费税专用缴款书、分割单',
    values: ROW_KINDS,
    example: 'items',
  })
  readonly kind!: RowKind;
}

export class MatchRunQuery {
  @EnumField({
    description:
      'rows: what was brought by `match-rows`; platform: the refund cases that gather facts. Rows where it is left out',
    values: RUN_SOURCES,
    optional: true,
    example: 'rows',
  })
  readonly source?: RunSource;
}

export class MatchResultsQuery {
  @QueryFlag({ description: 'Only items that somebody has to look after: waiting, or blocked', example: true })
  readonly open?: boolean;
}

export class RejectedRowDto {
  @IntegerField({ description: 'From 1; a header is none', min: 1, example: 7 })
  readonly row!: number;

  @TextField({ description: 'Why it is not kept', max: 1_000, example: 'Row 7: hsCode has not the form ^\\d{10}$' })
  readonly reason!: string;

  static from(this: void, { row, reason }: RejectedRow, language: Language): RejectedRowDto {
    return { row, reason: told(reason, language) };
  }
}

/** What became of an upload. */
export class MatchRowsDto {
  @EnumField({ description: 'What was brought', values: ROW_KINDS, example: 'items' })
  readonly kind!: string;

  @IntegerField({ description: 'Rows that came', example: 1_000 })
  readonly rows!: number;

  @IntegerField({ description: 'New ones', example: 998 })
  readonly added!: number;

  @IntegerField({ description: 'Those that replaced one of which nothing is matched', example: 0 })
  readonly changed!: number;

  @IntegerField({ description: 'Those that say what is here already', example: 1 })
  readonly unchanged!: number;

  @IntegerField({ description: 'Those that are not kept', example: 1 })
  readonly rejected!: number;

  @ListField(() => RejectedRowDto, {
    description: 'The first of those, and why: a row with several faults has a reason for each',
    max: 1_000,
  })
  readonly reasons!: RejectedRowDto[];

  static from(this: void, { reasons, ...counts }: UploadedRows, language: Language): MatchRowsDto {
    return { ...counts, reasons: reasons.map((one) => RejectedRowDto.from(one, language)) };
  }
}

export class MatchRunDto {
  @IdField({ kind: 'operation', description: 'The run, and the operation that works it: `GET /v1/operations/{id}`' })
  readonly id!: string;

  @EnumField({ description: 'What it is over', values: RUN_SOURCES, example: 'rows' })
  readonly source!: RunSource;

  @EnumField({ description: 'How its work stands', values: OPERATION_STATES, example: 'running' })
  readonly state!: OperationState;

  @DateField({ description: 'The day by which deadlines are judged', example: '2026-11-29' })
  readonly today!: string;

  @IntegerField({
    description: 'Items, or cases, that were open when it began; 0 until it is planned',
    example: 1_000_000,
  })
  readonly items!: number;

  @IntegerField({ description: 'Of those, what is worked', example: 420_000 })
  readonly done!: number;

  @IntegerField({ description: 'Matched, and items whose goods have no refund', example: 400_000 })
  readonly matched!: number;

  @IntegerField({ description: 'Short of invoices, not cleared, or of another fact', example: 15_000 })
  readonly waiting!: number;

  @IntegerField({ description: 'Not to be claimed as they are', example: 5_000 })
  readonly blocked!: number;

  @MoneyField({
    description:
      'What the matched items get back, of VAT and of consumption tax; a manufacturer’s depend on its month, and are not in it',
  })
  readonly refund!: MoneyDto;

  @MoneyField({ description: 'What of the refund is consumption tax, by its papers' })
  readonly consumptionTaxRefund!: MoneyDto;

  @InstantField({ description: 'When it was ordered' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it ended', nullable: true })
  readonly endedAt!: string | null;

  static from(this: void, { run, operation, sums }: FullRun): MatchRunDto {
    return {
      id: publicId('operation', run.id),
      source: run.source,
      state: operation.state,
      today: run.today,
      items: operation.total,
      done: operation.done,
      matched: sums.matched,
      waiting: sums.waiting,
      blocked: sums.blocked,
      refund: Money.ofMinor(BigInt(sums.refundMinor), 'CNY').toJSON(),
      consumptionTaxRefund: Money.ofMinor(BigInt(sums.consumptionTaxMinor), 'CNY').toJSON(),
      createdAt: run.createdAt.toISOString(),
      endedAt: run.endedAt?.toISOString() ?? null,
    };
  }
}

import { publicId } from '../../../kernel/ids.js';
import { EnumField, IdField, InstantField, IntegerField, QueryFlag, TextField } from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { IMPORT_KINDS, type ImportKind } from '../../domain/declaration-table-columns.js';
import { ROW_OUTCOMES, type RowOutcome } from '../../domain/declaration-table-comparison.js';
import { type DeclarationImport, IMPORT_STATES } from '../../entities/declaration-imports.table.js';

export const DECLARATION_IMPORT_EXAMPLE = [
  '序号,关联号,出口发票号,出口货物报关单号,出口日期,出口商品代码,出口商品名称,计量单位,出口数量,美元离岸价',
  '0001,2611001001,SO-1,310420260795000001001,2026-11-20,8516609000,电烤箱,台,1000,10000.00',
  '',
].join('\r\n');

const KIND = { description: 'Which of the official tables', values: IMPORT_KINDS, example: 'export_details' } as const;
const TAXPAYER = {
  description: 'Whose table it is: unified social credit code or tax number',
  max: 20,
  pattern: /^[0-9A-Z]{15,20}$/,
  example: '91330200MA2AEFJN86',
} as const;
const PERIOD = {
  description: 'The period that it declares (申报年月、所属期): year and month',
  max: 6,
  min: 6,
  pattern: /^\d{4}(0[1-9]|1[0-2])$/,
  example: '202611',
} as const;

export class DeclarationImportQuery {
  @EnumField(KIND)
  kind!: ImportKind;

  @TextField(TAXPAYER)
  taxpayerNumber!: string;

  @TextField(PERIOD)
  period!: string;

  @QueryFlag({ description: 'True: everything is checked and compared, nothing is kept', example: true })
  dryRun?: boolean;
}

export class DeclarationImportsQuery extends DatedPageQuery {
  @EnumField({ ...KIND, optional: true })
  kind?: ImportKind;

  @EnumField({ description: 'Whether it stands', values: IMPORT_STATES, optional: true, example: 'kept' })
  state?: string;

  @TextField({ ...TAXPAYER, optional: true })
  taxpayerNumber?: string;
}

export class DeclarationImportRowsQuery {
  @EnumField({ description: 'Only rows of which this came', values: ROW_OUTCOMES, optional: true, example: 'differs' })
  outcome?: RowOutcome;
}

export class ImportWithdrawalRequest {
  @TextField({ description: 'Why it is taken back', max: 500, example: 'The table of another month' })
  reason!: string;
}

export class DeclarationImportDto {
  @IdField({ kind: 'declarationImport', description: 'Id' })
  readonly id!: string;

  @EnumField(KIND)
  readonly kind!: string;

  @TextField(TAXPAYER)
  readonly taxpayerNumber!: string;

  @TextField(PERIOD)
  readonly period!: string;

  @EnumField({ description: '`withdrawn`: it was taken back', values: IMPORT_STATES, example: 'kept' })
  readonly state!: string;

  @TextField({ description: 'SHA-256 of the file, unpacked, hex', min: 64, max: 64, pattern: /^[0-9a-f]{64}$/ })
  readonly sha256!: string;

  @IntegerField({ description: 'How many rows it has', min: 1 })
  readonly rows!: number;

  @IntegerField({ description: 'Rows that a claim here declares alike' })
  readonly agreeing!: number;

  @IntegerField({ description: 'Rows that a claim here declares otherwise, or whose invoice has less' })
  readonly differing!: number;

  @IntegerField({ description: 'Rows that no claim here declares: declared elsewhere, and claimed here no more' })
  readonly unknown!: number;

  @IntegerField({ description: 'Rows that an earlier import, or an earlier row, has declared' })
  readonly declaredBefore!: number;

  @TextField({ description: 'Why it was taken back; null while it stands', max: 500, nullable: true })
  readonly reason!: string | null;

  @TextField({ description: 'Who imported it', max: 200, example: 'api_key:key_01jdq3x7k2e9ta6v0m8r4c5wzb' })
  readonly importedBy!: string;

  @IntegerField({ description: 'Counts the changes', min: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was imported' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last changed' })
  readonly updatedAt!: string;

  static from(this: void, found: DeclarationImport): DeclarationImportDto {
    const { kind, taxpayerNumber, period, state, sha256, rows, reason, importedBy } = found;
    const { agreeing, differing, unknown, declaredBefore } = found;
    return {
      id: publicId('declarationImport', found.id),
      ...{ kind, taxpayerNumber, period, state, sha256, rows, agreeing, differing, unknown, declaredBefore },
      ...{ reason, importedBy },
      ...stampsOf(found),
    };
  }
}

export const DeclarationImportPageDto = PageOf(DeclarationImportDto);

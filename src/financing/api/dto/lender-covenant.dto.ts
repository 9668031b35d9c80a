import { publicId } from '../../../kernel/ids.js';
import {
  DateField,
  DecimalField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  TextField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { COVENANT_MEASURES, type CovenantMeasure } from '../../domain/lender/covenants.js';
import { type KeptCovenant } from '../../entities/lender-covenants.table.js';

const MEASURE =
  'What it measures, in each currency: the exposure of the largest client, buyer or guarantee group, of the whole; what is overdue, or ' +
  'for more than 90 days, of what is drawn; or what is taken of the facility';

export class AddLenderCovenantDto {
  @TextField({ description: 'What you call it', max: 100, example: 'Single client' })
  name!: string;

  @EnumField({ description: MEASURE, values: COVENANT_MEASURES, example: 'largest_client_share' })
  measure!: CovenantMeasure;

  @DecimalField({ description: 'What the figure may be at most: a fraction of one', places: 4, example: '0.25' })
  threshold!: string;

  @DateField({ description: 'First day; today where left out', optional: true, example: '2026-01-01' })
  validFrom?: string;

  @DateField({ description: 'Last day; null or left out: open', optional: true, nullable: true, example: null })
  validTo?: string | null;
}

export class LenderCovenantsQuery extends DatedPageQuery {}

export class LenderCovenantDto {
  @IdField({ kind: 'lenderCovenant', description: 'The covenant' })
  readonly id!: string;

  @TextField({ description: 'What you call it', max: 100, example: 'Single client' })
  readonly name!: string;

  @EnumField({ description: MEASURE, values: COVENANT_MEASURES, example: 'largest_client_share' })
  readonly measure!: string;

  @DecimalField({ description: 'What the figure may be at most: a fraction of one', places: 4, example: '0.25' })
  readonly threshold!: string;

  @DateField({ description: 'First day' })
  readonly validFrom!: string;

  @DateField({ description: 'Last day; null is open', nullable: true, example: null })
  readonly validTo!: string | null;

  @InstantField({ description: 'When it was added' })
  readonly createdAt!: string;

  @IntegerField({ description: 'Counts the changes; the ETag', min: 1, example: 1 })
  readonly version!: number;

  static from(this: void, covenant: KeptCovenant): LenderCovenantDto {
    const { id, name, measure, threshold, validFrom, validTo, createdAt, version } = covenant;
    return {
      ...{ id: publicId('lenderCovenant', id), name, measure, threshold: threshold.toFixed(), validFrom, validTo },
      ...{ createdAt: createdAt.toISOString(), version },
    };
  }
}

export class LenderCovenantPageDto extends PageOf(LenderCovenantDto) {}

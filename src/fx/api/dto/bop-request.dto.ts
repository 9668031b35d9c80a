import { BooleanField, DateField, IdField, ListField, TextField } from '../../../platform/http/fields.js';
import { DatedPageQuery } from '../../../platform/http/paging.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { BOP } from '../../domain/bop/bop-status.js';
import { BopLineDto } from './bop-declaration.dto.js';

const NAME_MAX = 140;
const REASON_MAX = 500;

export class BopDeclarationsQuery extends DatedPageQuery {
  @TextField({
    description: 'States, separated by commas',
    pattern: wordsPattern(BOP.states),
    max: 100,
    optional: true,
    example: 'draft,rejected',
  })
  readonly state?: string;

  @IdField({ description: "Only this seller's", kind: 'party', optional: true })
  readonly sellerId?: string;

  @IdField({ description: 'Only of this order', kind: 'order', optional: true })
  readonly orderId?: string;

  @IdField({ description: 'Only of this receipt', kind: 'collection', optional: true })
  readonly collectionId?: string;

  @DateField({ description: 'To be declared before this day', optional: true, example: '2026-12-01' })
  readonly dueBefore?: string;
}

export class ChangeBopDeclarationDto {
  @TextField({ description: 'Payer', max: NAME_MAX, optional: true, example: 'HAMBURG HAUSHALT GMBH' })
  readonly payerName?: string;

  @TextField({ description: 'Country of the payer', pattern: /^[A-Z]{2}$/, max: 2, optional: true, example: 'DE' })
  readonly payerCountry?: string;

  @ListField(() => BopLineDto, { description: 'One or two transactions', min: 1, max: 2, optional: true })
  readonly lines?: readonly BopLineDto[];

  @TextField({ description: 'Contract', max: 100, optional: true, example: 'NB-2026-118' })
  readonly contractNumber?: string;

  @TextField({ description: 'Invoice', max: 100, optional: true, example: 'SO-1' })
  readonly invoiceNumber?: string;

  @BooleanField({ description: 'Whether the goods are under bond', optional: true, example: false })
  readonly isBonded?: boolean;
}

export class BopReasonDto {
  @TextField({ description: 'Why', max: REASON_MAX, example: 'Part of it is freight' })
  readonly reason!: string;
}

import { IdField, ListField, TextField } from '../../../platform/http/fields.js';
import { DatedPageQuery } from '../../../platform/http/paging.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { CLAIM_STATES } from '../../domain/claim-status.js';
import { DocumentReferenceDto } from './claim-life-requests.dto.js';

export class ClaimAnswerRequest {
  @TextField({ description: 'What was replied to the inquiry', max: 4_000, example: 'Supplier confirmed the delivery' })
  text!: string;

  @ListField(() => DocumentReferenceDto, { description: 'Papers that it stands on', optional: true, max: 20 })
  documents?: DocumentReferenceDto[];
}

export class ClaimAbandonmentRequest {
  @TextField({ description: 'Why', max: 500, example: 'The supplier re-issues the invoice' })
  reason!: string;
}

export class ClaimsQuery extends DatedPageQuery {
  @TextField({
    description: 'States, separated by commas',
    optional: true,
    max: 200,
    example: 'filed,accepted',
    pattern: wordsPattern(CLAIM_STATES),
  })
  state?: string;

  @IdField({ description: 'Of this order', kind: 'order', optional: true })
  orderId?: string;

  @IdField({ description: 'Of this exporter', kind: 'party', optional: true })
  sellerId?: string;

  @TextField({ description: '所属期', optional: true, max: 6, pattern: /^\d{4}(0[1-9]|1[0-2])$/, example: '202611' })
  period?: string;
}

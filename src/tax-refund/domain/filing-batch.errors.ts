import { DomainError, problem } from '../../kernel/domain-error.js';

export class ClaimGatheredError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.CLAIM_GATHERED',
    'conflict',
    { en: 'The claim waits in a batch', zh: '该申报已归入批次' },
    {
      en: 'File the batch (POST /v1/tax-refund/filing-batches/{id}/filing), or take the claim out of it (POST …/claims/{id}/separation)',
      zh: '请申报该批次（POST /v1/tax-refund/filing-batches/{id}/filing），或先移出（POST …/claims/{id}/separation）',
    },
  );
}

export class ClaimNotGatherableError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.CLAIM_NOT_GATHERABLE',
    'conflict',
    { en: 'The claim is in no batch, or cannot be put into one', zh: '该申报不在批次中，或不能归入批次' },
    { en: 'Read the claim: `filingBatchId` says where it waits', zh: '请查询该申报的 filingBatchId' },
  );
}

export class BatchUnderWayError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.BATCH_UNDER_WAY',
    'conflict',
    { en: 'The batch before it is on its way', zh: '上一批次正在申报' },
    { en: 'Wait until the bureau has answered that one, then file again', zh: '请待上一批次有结果后再申报' },
  );
}

export class BatchEmptyError extends DomainError {
  static readonly problem = problem(
    'TAX_REFUND.BATCH_EMPTY',
    'conflict',
    { en: 'There is nothing to file in the batch', zh: '批次为空' },
    {
      en: 'Put a claim into it first (POST …/claims/{id}/gathering)',
      zh: '请先归入申报（POST …/claims/{id}/gathering）',
    },
  );
}

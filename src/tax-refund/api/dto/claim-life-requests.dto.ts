import { DateField, EnumField, ListField, TextField } from '../../../platform/http/fields.js';
import { REPAYMENT_SOURCES } from '../../application/clawbacks.service.js';

export class DocumentReferenceDto {
  @TextField({ description: 'What it is', max: 200, example: '价格说明' })
  name!: string;

  @TextField({
    description: 'Where it is found: a number, an address, a file in your archive',
    max: 500,
    example: 'DOC-1',
  })
  reference!: string;
}

export class DoubtAnswerRequest {
  @TextField({ description: 'What is said to the doubt', max: 2_000, example: 'A price of the yearly contract' })
  text!: string;

  @ListField(() => DocumentReferenceDto, { description: 'Papers that it stands on', optional: true, max: 20 })
  documents?: DocumentReferenceDto[];
}

export class InquiryExtensionRequest {
  @DateField({ description: 'The last day for the answer now', example: '2027-12-31' })
  dueOn!: string;

  @TextField({
    description: 'Why, and by whom it was granted',
    max: 500,
    example: 'Granted by telephone: the supplier moved',
  })
  reason!: string;
}

export class RepaymentRequest {
  @TextField({ description: 'Of the payment at the bank', max: 64, example: 'BANK-20261201-0001' })
  bankReference!: string;

  @DateField({ description: 'When it was paid', example: '2026-11-20' })
  paidOn!: string;

  @EnumField({
    description: 'Out of the funds held for the client, or paid by the client itself',
    values: REPAYMENT_SOURCES,
    example: 'own_account',
  })
  from!: (typeof REPAYMENT_SOURCES)[number];
}

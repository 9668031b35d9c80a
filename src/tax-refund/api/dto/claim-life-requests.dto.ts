import { DateField, EnumField, ListField, ObjectField, TextField } from '../../../platform/http/fields.js';
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

export class TreasuryAccountDto {
  @TextField({ description: 'Of the treasury', max: 140, example: '国家金库宁波市中心支库' })
  name!: string;

  @TextField({ description: 'Account number', max: 34, pattern: /^[A-Za-z0-9-]+$/, example: '270000000002267001' })
  accountNumber!: string;

  @TextField({ description: 'CNAPS code of its bank', max: 12, pattern: /^\d{12}$/, example: '011332000013' })
  cnaps!: string;
}

export class RepaymentOrderRequest {
  @ObjectField(() => TreasuryAccountDto, { description: 'Where the bureau wants it, as its notice says' })
  payee!: TreasuryAccountDto;

  @TextField({
    description: 'Stands behind the number of the notice in the text of the payment',
    max: 60,
    optional: true,
    pattern: /^[^\p{Cc}]*$/u,
    example: 'Order SO-1',
  })
  note?: string;
}

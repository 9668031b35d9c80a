import { Injectable } from '@nestjs/common';

import { isLocalDate } from '../../kernel/local-date.js';
import { Money, type MoneyJson } from '../../kernel/money.js';
import { PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { reasonOf } from '../../kernel/sentence.js';
import { type Caller } from '../../platform/partners/partner-client.js';
import { PartnerClient } from '../../platform/partners/partner-client.js';
import { UnreadableLenderMessageError } from '../domain/financing.errors.js';
import { SAY } from '../domain/financing.sentences.js';
import { askProposal, sendProposal } from './lender.write-offs.js';
import { askExtension, sendExtension } from './lender.extensions.js';
import { sendSignature } from './lender.signatures.js';
import {
  type ExtensionRequest,
  type ExtensionWord,
  Lender,
  type LenderNews,
  type LenderWord,
  type LoanRepayment,
  type LoanRequest,
  type LoanSignature,
  type WriteOffProposal,
  type WriteOffWord,
} from './lender.port.js';

interface LoanMessage {
  readonly type?: string;
  readonly status?: string;
  readonly reference?: string;
  readonly loanId?: string;
  readonly amount?: MoneyJson;
  readonly valueDate?: string;
  readonly maturityDate?: string;
  readonly agreementNumber?: string;
  readonly validUntil?: string;
  readonly extensionReference?: string;
  readonly bankReference?: string;
  readonly reason?: string;
}

/** A lender that speaks JSON over HTTPS. */
@Injectable()
export class HttpLender extends Lender {
  constructor(private readonly client: PartnerClient) {
    super();
  }

  override async request(caller: Caller, loan: LoanRequest): Promise<void> {
    const body = JSON.stringify({
      reference: loan.reference,
      product: loan.product,
      borrower: loan.borrower,
      amount: loan.amount,
      annualRate: loan.annualRate.toFixed(),
      dayBasis: `ACT/${loan.dayBasis}`,
      maturityDate: loan.maturityOn,
      ...(loan.instalments === null ? {} : { instalments: loan.instalments }),
      ...(loan.signature === null ? {} : { signature: loan.signature }),
      security: securityOf(loan),
    });
    const { reference } = loan;
    await this.client.call(caller, {
      partner: 'lender',
      operation: 'request-loan',
      reference,
      method: 'POST',
      path: '/loans',
      body,
    });
  }

  override async sign(caller: Caller, signature: LoanSignature): Promise<void> {
    await sendSignature(this.client, caller, signature);
  }

  override async repay(caller: Caller, repayment: LoanRepayment): Promise<void> {
    const { loanReference, reference, principal, interest, fees, valueDate } = repayment;
    await this.client.call(caller, {
      partner: 'lender',
      operation: 'repay-loan',
      reference,
      method: 'POST',
      path: `/loans/${encodeURIComponent(loanReference)}/repayments`,
      body: JSON.stringify({ repaymentReference: reference, principal, interest, fees, valueDate }),
    });
  }

  override async inquire(caller: Caller, reference: string): Promise<LenderWord | null> {
    const answer = await this.client.find(caller, {
      partner: 'lender',
      operation: 'get-loan',
      reference,
      method: 'GET',
      path: `/loans/${encodeURIComponent(reference)}`,
    });
    return answer === null ? null : answered(reference, () => wordOf(parse(answer.body)));
  }

  override async extend(caller: Caller, extension: ExtensionRequest): Promise<void> {
    await sendExtension(this.client, caller, extension);
  }

  override async inquireExtension(
    caller: Caller,
    extension: Pick<ExtensionRequest, 'loanReference' | 'reference'>,
  ): Promise<ExtensionWord | null> {
    const answer = await askExtension(this.client, caller, extension);
    return answer === null ? null : answered(extension.reference, () => extensionWordOf(parse(answer.body)));
  }

  override async proposeWriteOff(caller: Caller, proposal: WriteOffProposal): Promise<void> {
    await sendProposal(this.client, caller, proposal);
  }

  override async inquireWriteOff(caller: Caller, proposal: WriteOffProposal): Promise<WriteOffWord | null> {
    const answer = await askProposal(this.client, caller, proposal);
    return answer === null ? null : answered(proposal.reference, () => writeOffWordOf(parse(answer.body)));
  }

  override read(body: string): LenderNews {
    const message = parse(body);
    if (message.extensionReference !== undefined) return extensionWordOf(message);
    return OF_WRITE_OFFS.has(message.type ?? '') ? writeOffWordOf(message) : wordOf(message);
  }
}

/** A refund is named by its claim, all else by a reference. */
function securityOf({ security: { kind, reference, expected } }: LoanRequest): object {
  return kind === 'tax_refund' ? { kind, claimReference: reference, expected } : { kind, reference, expected };
}

/** An answer that cannot be read may be readable when it is asked for again. @throws PartnerUnavailableError */
function answered<Word>(reference: string, read: () => Word): Word {
  try {
    return read();
  } catch (cause) {
    throw new PartnerUnavailableError(SAY.answer_unreadable, { reference }, [], { cause });
  }
}

function parse(body: string): LoanMessage {
  try {
    const message: unknown = JSON.parse(body);
    if (typeof message === 'object' && message !== null) return message;
  } catch {
    // said below, in the words of the domain
  }
  throw new UnreadableLenderMessageError(SAY.no_json);
}

/** A callback names its type, an answer its status; both say the same. */
function wordOf(message: LoanMessage): LenderWord {
  const reference = text(message.reference, 'reference');
  switch (message.type?.replace('loan.', '') ?? message.status) {
    case 'received':
      return { kind: 'received', reference };
    case 'approved': {
      const agreementNumber = text(message.agreementNumber, 'agreementNumber');
      return { kind: 'approved', reference, agreementNumber, validUntil: date(message.validUntil) };
    }
    case 'disbursed':
    case 'repaid':
      return {
        kind: 'disbursed',
        reference,
        loanId: text(message.loanId, 'loanId'),
        amount: amount(message.amount),
        valueDate: date(message.valueDate),
        bankReference: text(message.bankReference, 'bankReference'),
      };
    case 'declined':
      return { kind: 'declined', reference, reason: reasonOf(message.reason ?? [SAY.no_reason_given]) };
    default:
      throw new UnreadableLenderMessageError(SAY.kind_unknown, { type: message.type ?? null });
  }
}

const OF_WRITE_OFFS: ReadonlySet<string> = new Set(['loan.written_off', 'loan.write_off_refused', 'loan.settled']);

function writeOffWordOf(message: LoanMessage): WriteOffWord {
  const reference = text(message.reference, 'reference');
  const kind = message.type?.replace('loan.', '') ?? message.status;
  switch (kind) {
    case 'received':
      return { kind: 'write_off_received', reference };
    case 'settled':
      return { kind, reference };
    case 'written_off':
    case 'write_off_refused':
      return { kind, reference, reason: reasonOf(message.reason ?? [SAY.no_reason_given]) };
    default:
      throw new UnreadableLenderMessageError(SAY.kind_unknown, { type: message.type ?? null });
  }
}

function extensionWordOf(message: LoanMessage): ExtensionWord {
  const reference = text(message.extensionReference, 'extensionReference');
  switch (message.type?.replace('loan.', '') ?? message.status) {
    case 'received':
      return { kind: 'extension_received', reference };
    case 'extended':
      return { kind: 'extended', reference, maturityOn: date(message.maturityDate) };
    case 'extension_refused':
      return { kind: 'extension_refused', reference, reason: reasonOf(message.reason ?? [SAY.no_reason_given]) };
    default:
      throw new UnreadableLenderMessageError(SAY.kind_unknown, { type: message.type ?? null });
  }
}

function text(value: unknown, field: string): string {
  if (typeof value === 'string' && value !== '' && value.length <= 200) return value;
  throw new UnreadableLenderMessageError(SAY.field_missing({ field }));
}

function date(value: unknown): string {
  if (typeof value === 'string' && isLocalDate(value)) return value;
  throw new UnreadableLenderMessageError(SAY.value_date_missing);
}

function amount(value: MoneyJson | undefined): Money {
  if (typeof value?.amount !== 'string' || typeof value.currency !== 'string') {
    throw new UnreadableLenderMessageError(SAY.amount_missing);
  }
  return Money.fromJSON(value);
}

import { type PartnerClient } from '../../platform/partners/partner-client.js';
import { type DeclarationForm } from '../domain/declaration-form.js';
import { type FieldChange, type RequestKind } from '../domain/declaration-request.js';
import { type Finding } from '../domain/finding.js';
import { type SupplementAnswer } from '../domain/supplement.js';
import { type StatedBill } from '../domain/imports/tax-bill.js';
import { type AskedRefund } from '../domain/imports/refundable-tax.js';
import { type Money } from '../../kernel/money.js';
import { type Receipt } from '../domain/receipt.js';

/** On whose behalf customs is spoken to. */
export type Asker = Parameters<PartnerClient['call']>[0];

export interface Composed {
  /** The message as it leaves, word for word. */
  readonly text: string;
  /** Values that do not fit their field of the message. */
  readonly findings: readonly Finding[];
  /** How many fields were filled and checked. */
  readonly fields: number;
}

export interface ImportAnswer {
  /** 统一编号, 18 characters. */
  readonly sequenceNumber: string;
  /** Word for word. */
  readonly text: string;
}

/** What a request of customs is written from. */
export interface RequestFacts {
  readonly kind: RequestKind;
  readonly reason: string;
  /** As customs has it. */
  readonly form: DeclarationForm;
  readonly entryNumber: string;
  /** 统一编号 of the declaration. */
  readonly declarationSequenceNumber: string;
  readonly changes: readonly FieldChange[];
  /** Of a supplement; empty for the other kinds. */
  readonly answers: readonly SupplementAnswer[];
  /** Of a refund of taxes; null for the other kinds. */
  readonly refund: AskedRefund | null;
}

/** What customs gives back of the taxes of an import, in CNY. */
export interface GrantedRefund {
  /** 收入退还书 number, under which the treasury pays; null where customs does not say. */
  readonly number: string | null;
  /** Null where customs says no amount: what was asked for. */
  readonly amount: Money | null;
  readonly interest: Money;
}

export interface RequestAnswer {
  /** The single window's own number; a supplement has none of its own. */
  readonly sequenceNumber: string | null;
  /** Word for word. */
  readonly text: string;
}

/** An element of a message and its value; the path is a JSON pointer into the message as JSON. */
export interface MessageLeaf {
  readonly path: string;
  readonly value: string;
}

/** A message as JSON, elements by their official names; what may repeat is an array. */
export interface MessageJson {
  readonly [element: string]: string | MessageJson | readonly MessageJson[];
}

/** A declaration that was read from its message. */
export interface DeclarationRead {
  readonly message: MessageJson;
  /** As far as a form of ours can say it; null where there are no goods. */
  readonly form: DeclarationForm | null;
  /** What the message says and the form, written again, would not. Signatures are not among it. */
  readonly unheld: readonly MessageLeaf[];
}

/**
 * The single window (单一窗口): takes declarations, answers with receipts. Three outcomes of a call: an answer;
 * PartnerRejectedError, a final no with customs' own words in `details.reason`; PartnerUnavailableError, unknown:
 * ask again with the same reference, it gets the first answer.
 */
export abstract class CustomsWindow {
  /** Writes the message. Pure; says what does not fit. @param signedAt when the declarant signs */
  abstract compose(form: DeclarationForm, clientReference: string, signedAt: Date): Composed;

  /** Reads a declaration, whoever wrote it. Pure. @returns null where it is no DecMessage */
  abstract readDeclaration(message: string): DeclarationRead | null;

  /** @param reference our id of the attempt */
  abstract submit(asker: Asker, reference: string, message: string): Promise<ImportAnswer>;

  /** What of the message an amendment would change. Pure. */
  abstract differences(before: DeclarationForm, after: DeclarationForm): FieldChange[];

  /** Writes a request to withdraw or amend (修撤单). Pure; says what does not fit. */
  abstract composeRequest(facts: RequestFacts, signedAt: Date): Composed;

  /** @param reference our id of the request */
  abstract request(asker: Asker, reference: string, message: string): Promise<RequestAnswer>;

  /** Answers what customs asked (补充申报). That it is taken is all that is said to it. */
  abstract supplement(asker: Asker, reference: string, message: string): Promise<RequestAnswer>;

  /** What was said to a request so far, or null when the single window never had it. */
  abstract answers(asker: Asker, reference: string): Promise<readonly Receipt[] | null>;

  /** Every receipt so far, or null when customs never had the message. */
  abstract receipts(asker: Asker, reference: string): Promise<readonly Receipt[] | null>;

  /** What a receipt that is a tax bill asks for. Pure. @throws UnreadableReceiptError when it cannot be owed */
  abstract readTaxBill(body: string): StatedBill;

  /** What an answer to a request for taxes gives back. Pure. */
  abstract readTaxRefund(body: string): GrantedRefund;

  /** @throws UnreadableReceiptError when there is no receipt in it */
  abstract read(message: string): readonly Receipt[];
}

import { Injectable } from '@nestjs/common';

import { Reference } from '../../catalogue/index.js';
import { type OrderSnapshot } from '../../contracts/order-snapshot.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { type Tx } from '../../platform/database/session.js';
import { OrderBook } from '../../orders/index.js';
import { type Booked } from '../domain/booked.js';
import { codesOf } from '../domain/checks/codes.js';
import { type DeclarationFacts } from '../domain/checks/facts.js';
import { type DeclarationForm } from '../domain/declaration-form.js';
import { type Part } from '../domain/declaration-split.js';
import { errorsAmong, type Finding } from '../domain/finding.js';
import { validate } from '../domain/validation.js';
import { CustomsWindow } from '../partners/customs-window.port.js';
import { formOfPart, freightOfPart } from './drafting.js';
import { hsFactsOf } from './hs-facts.js';

/** What is held against the rules: a form, of which order, and what the carrier has confirmed for it. */
export interface Checked {
  readonly form: DeclarationForm;
  /** Null of an import, which has neither order nor booking here. */
  readonly orderId: string | null;
  readonly booking: Booked | null;
  /** Which of the order's declarations it is, and of how many. */
  readonly partNumber: number;
  readonly partOf: number;
}

/** Stands in for the real reference while a message is only checked. */
const NO_REFERENCE = '0'.repeat(18);

/** Holds a form against every rule, and against what is known beside it. */
@Injectable()
export class DeclarationChecks {
  constructor(
    private readonly orders: OrderBook,
    private readonly reference: Reference,
    private readonly window: CustomsWindow,
  ) {}

  /**
   * Five statements at most, however many items there are.
   * @param isLeaving true when it is about to be declared
   */
  async findings(tx: Tx, checked: Checked, isLeaving: boolean): Promise<readonly Finding[]> {
    const on = dateInZone(tx.now, CHINA);
    const facts = await this.factsOf(tx, checked, on);
    const findings = validate(checked.form, on, isLeaving, facts);
    if (errorsAmong(findings).length > 0) return findings;
    return [...findings, ...this.window.compose(checked.form, NO_REFERENCE, tx.now).findings];
  }

  private async factsOf(
    tx: Tx,
    { form, orderId, booking, partNumber, partOf }: Checked,
    on: string,
  ): Promise<DeclarationFacts> {
    const part = { number: partNumber, of: partOf };
    const order = orderId === null ? null : await this.orders.snapshot(tx, orderId);
    const asked = [...new Set(form.items.map(({ hsCode }) => hsCode))];
    const known = await this.reference.hsCodes(tx, asked, on);
    const unknown = asked.filter((code) => !known.has(code));
    return {
      codes: await this.reference.codesOnRecord(tx, codesOf(form), on),
      hsCodes: new Map([...known].map(([code, hsCode]) => [code, hsFactsOf(hsCode)])),
      endedHsCodes: unknown.length === 0 ? new Map() : await this.reference.endedHsCodes(tx, unknown, on),
      order: order && { form: formOfPart(order, part), containers: containersOf(order, part) },
      booking: order && booking && { transport: booking.transport, freightCharge: freightOf(order, booking, part) },
    };
  }
}

/** What the order states for itself is not the carrier's. */
function freightOf(order: OrderSnapshot, { charges }: Booked, part: Part): DeclarationForm['freightCharge'] {
  return order.freight.freightCharge === null ? freightOfPart(order, charges, part) : null;
}

/** Which of the containers hold the goods of one declaration among several, nobody has said. */
function containersOf({ freight }: OrderSnapshot, { of }: Part): OrderSnapshot['freight']['containers'] {
  return of === 1 ? freight.containers : [];
}

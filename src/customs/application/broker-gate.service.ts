import { Injectable } from '@nestjs/common';

import { Clock } from '../../kernel/clock.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { type View } from '../../platform/database/session.js';
import { brokerGate, type GateAnswer } from '../domain/broker-gate.js';
import { mandateStanding } from '../entities/broker-mandates.table.js';
import { type Declaration } from '../entities/declaration.entity.js';

/**
 * Whether anybody may declare for the exporter: asked when a declaration is to leave, and again when it is sent. One
 * prepared statement each time.
 */
@Injectable()
export class BrokerGate {
  constructor(private readonly clock: Clock) {}

  /** Of what is to leave: any mandate that covers it will do, and its broker is then the declarant. */
  ask(view: View, declaration: Declaration): Promise<GateAnswer> {
    return this.answer(view, declaration, null);
  }

  /** Of what was written already: it names its declarant, and only a mandate of that one will do. */
  askAgain(view: View, declaration: Declaration, mandateId: string | null): Promise<GateAnswer> {
    return this.answer(view, declaration, mandateId);
  }

  private async answer(view: View, { form, orderId }: Declaration, mandateId: string | null): Promise<GateAnswer> {
    const { exporter, declarant, declarationOffice: office, supervisionMode: mode } = form;
    const facts = { sellerUscc: exporter.uscc, orderId };
    const { isRequired, now, mandates } = await mandateStanding(view, facts, this.clock.now());
    const isWritten = mandateId !== null;
    const concerned = isWritten ? mandates.filter(({ broker }) => broker.uscc === declarant.uscc) : mandates;
    const day = dateInZone(now, CHINA);
    const declaring = { seller: exporter.name, declarantUscc: declarant.uscc, office, mode, day };
    return brokerGate(concerned, declaring, isRequired || isWritten);
  }
}

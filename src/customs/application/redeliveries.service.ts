import { Injectable } from '@nestjs/common';

import { type Tx } from '../../platform/database/session.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { SAY } from '../domain/customs.sentences.js';
import { SAY_OF_REQUESTS } from '../domain/declaration-request.sentences.js';
import { RedeliveryUnsafeError } from '../domain/declaration-request.errors.js';
import { type Direction } from '../domain/declaration-form.js';
import { redeliveryIsUnsafe, whyUnsafe } from '../domain/redelivery.js';
import { Declaration } from '../entities/declaration.entity.js';
import { hasUnsettledReceipts } from '../entities/receipts.table.js';
import { Submission } from '../entities/submission.entity.js';
import { awaitCustoms, note } from './announce.js';
import { BrokerGate } from './broker-gate.service.js';
import { type Declared } from './declarations.service.js';

/** Looks for messages that seem lost, now instead of when the wait is over. */
@Injectable()
export class Redeliveries {
  constructor(private readonly brokers: BrokerGate) {}

  /**
   * Customs is asked for the attempt; only if it does not know it, the message is sent again, under the same reference.
   * @throws RedeliveryUnsafeError with the reason
   */
  async look(tx: Tx, id: string, direction: Direction = 'export'): Promise<Declared> {
    const declaration = await tx.lock(Declaration, id);
    if (declaration?.direction !== direction) throw new ResourceNotFoundError(SAY.no_such_declaration);
    tx.assertFresh(declaration);
    const { state, attempt } = declaration;
    const submission = await tx.manager.findOneBy(Submission, { tenantId: tx.tenantId, declarationId: id, attempt });
    const unsafe = redeliveryIsUnsafe({
      state,
      attempt,
      hasUnsettledReceipts: submission !== null && (await hasUnsettledReceipts(tx, id, submission.id)),
      isEntrusted: submission === null || (await this.isEntrusted(tx, declaration, submission)),
    });
    if (unsafe !== null) {
      const why = whyUnsafe(unsafe);
      throw new RedeliveryUnsafeError(SAY_OF_REQUESTS.not_safe({ why }), { reason: unsafe, state });
    }
    declaration.lookFor(tx);
    awaitCustoms(tx, declaration);
    note(tx, 'redeliver', declaration, state, { attempt });
    await tx.store(Declaration, declaration);
    return { declaration, submission };
  }

  private async isEntrusted(tx: Tx, declaration: Declaration, { mandateId }: Submission): Promise<boolean> {
    return (await this.brokers.askAgain(tx, declaration, mandateId)).findings.length === 0;
  }
}

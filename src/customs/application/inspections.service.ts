import { Injectable } from '@nestjs/common';

import { type Tx } from '../../platform/database/session.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { publish } from '../../platform/outbox/outbox.js';
import { type Direction } from '../domain/declaration-form.js';
import { SAY } from '../domain/customs.sentences.js';
import { NotInspectedError } from '../domain/declaration-request.errors.js';
import { SAY_OF_REQUESTS } from '../domain/declaration-request.sentences.js';
import { type Inspection, takesAppointment, takesResult } from '../domain/inspection.js';
import { Declaration } from '../entities/declaration.entity.js';
import { Submission } from '../entities/submission.entity.js';
import { about, note } from './announce.js';
import { type Declared } from './declarations.service.js';

/** Inspections that customs ordered: when and where, and what was found, with references to the evidence. */
@Injectable()
export class Inspections {
  /** @throws NotInspectedError unless customs wants to see the goods */
  async appoint(
    tx: Tx,
    id: string,
    appointment: NonNullable<Inspection['appointment']>,
    direction: Direction = 'export',
  ): Promise<Declared> {
    const declaration = await this.locked(tx, id, direction);
    this.assert(takesAppointment(declaration.state), declaration);
    declaration.recordInspection({ appointment, result: null }, tx);
    note(tx, 'appoint_inspection', declaration, declaration.state, { at: appointment.at, place: appointment.place });
    publish(tx, {
      type: 'customs.declaration.inspection_appointed',
      ...about(declaration, ['inspection']),
      data: { at: appointment.at, place: appointment.place },
    });
    return this.stored(tx, declaration);
  }

  /** What was found is written down once more where it was wrong; the audit keeps both. @throws NotInspectedError */
  async report(
    tx: Tx,
    id: string,
    result: NonNullable<Inspection['result']>,
    direction: Direction = 'export',
  ): Promise<Declared> {
    const declaration = await this.locked(tx, id, direction);
    this.assert(takesResult(declaration.state, declaration.inspected), declaration);
    const { appointment = null } = declaration.inspection ?? {};
    declaration.recordInspection({ appointment, result }, tx);
    const { outcome, inspectedAt, evidence } = result;
    note(tx, 'report_inspection', declaration, declaration.state, { outcome, inspectedAt, evidence });
    publish(tx, {
      type: 'customs.declaration.inspection_reported',
      ...about(declaration, ['inspection']),
      data: { outcome, evidence: evidence.length },
    });
    return this.stored(tx, declaration);
  }

  private assert(holds: boolean, { state, inspected }: Declaration): void {
    if (!holds) throw new NotInspectedError(SAY_OF_REQUESTS.not_inspected({ state }), { state, inspected });
  }

  private async locked(tx: Tx, id: string, direction: Direction): Promise<Declaration> {
    const declaration = await tx.lock(Declaration, id);
    if (declaration?.direction !== direction) throw new ResourceNotFoundError(SAY.no_such_declaration);
    tx.assertFresh(declaration);
    return declaration;
  }

  private async stored(tx: Tx, declaration: Declaration): Promise<Declared> {
    await tx.store(Declaration, declaration);
    const { id: declarationId, attempt } = declaration;
    const submission = await tx.manager.findOneBy(Submission, { tenantId: tx.tenantId, declarationId, attempt });
    return { declaration, submission };
  }
}

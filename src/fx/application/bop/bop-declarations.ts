import { Injectable } from '@nestjs/common';

import { type Tx, type View } from '../../../platform/database/session.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, before, equal, type DatedPageQuery, page, type Page } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { enqueue } from '../../../platform/outbox/outbox.js';
import { bopFindings } from '../../domain/bop/bop-findings.js';
import { BOP } from '../../domain/bop/bop-status.js';
import { BopDeclarationFaultyError } from '../../domain/bop/bop.errors.js';
import { SAY } from '../../domain/bop/bop.sentences.js';
import { expectedBy } from '../../domain/patience.js';
import { BopDeclaration, type KeptBopContent } from '../../entities/bop-declaration.entity.js';
import {
  type BopRevision,
  type ControlMessage,
  findMessage,
  keepRevision,
  MESSAGE,
  revisionsOf,
} from '../../entities/currency-control.table.js';
import { askBopDeclaration, sendBopDeclaration } from '../../jobs/safe.job.js';
import { announceCorrected, announceDeleted, announceSubmitted, noteBop } from './bop-news.js';

export interface BopFilter {
  readonly state?: string | undefined;
  readonly partyId?: string | undefined;
  readonly orderId?: string | undefined;
  readonly collectionId?: string | undefined;
  /** To be declared before this day. */
  readonly dueBefore?: string | undefined;
}

/** Messages about one of these. */
export interface MessageFilter {
  readonly declarationId?: string | undefined;
  readonly contractId?: string | undefined;
  readonly letterId?: string | undefined;
}

/** A declaration with what it said before it was corrected, and what is wrong with it now. */
export interface FullBopDeclaration {
  readonly declaration: BopDeclaration;
  readonly revisions: readonly BopRevision[];
}

/** What is left out stays. */
type BopChange = { readonly [Field in keyof KeptBopContent]?: KeptBopContent[Field] | undefined };

/** Declarations of foreign receipts: looked at, mended, submitted, corrected, taken back. */
@Injectable()
export class BopDeclarations {
  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<FullBopDeclaration> {
    const declaration = await view.find(BopDeclaration, id);
    if (declaration === null) throw new ResourceNotFoundError(SAY.no_such_declaration);
    return { declaration, revisions: await revisionsOf(view, id) };
  }

  list(view: View, query: DatedPageQuery, filter: BopFilter): Promise<Page<BopDeclaration>> {
    const { state, partyId, orderId, collectionId, dueBefore } = filter;
    const conditions = [
      ...among('state', state),
      ...equal('party_id', partyId),
      ...equal('order_id', orderId),
      ...equal('collection_id', collectionId),
      ...before('due_on', dueBefore),
    ];
    return entityPage(view, BopDeclaration, { table: 'fx.bop_declaration', query, conditions });
  }

  /** Those of receipts credited within the period that the bank has, in the order of their numbers. */
  async accepted(view: View, { from, to }: { from: string; to: string }): Promise<BopDeclaration[]> {
    return view.manager
      .createQueryBuilder(BopDeclaration, 'b')
      .where(`b.tenant_id = :tenantId AND b.credited_on BETWEEN :from AND :to AND b.state = 'accepted'`, {
        ...{ tenantId: view.tenantId, from, to },
      })
      .orderBy('b.number')
      .limit(EXPORT_MAX)
      .getMany();
  }

  /** Says what the receipt is. @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError unless a draft */
  async edit(tx: Tx, id: string, change: BopChange): Promise<FullBopDeclaration> {
    const declaration = await this.lock(tx, id);
    // What may not be submitted may not be mended either: correct it first.
    BOP.next(declaration.state, 'submit');
    const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    declaration.edit({ ...declaration.content, ...said }, tx.now);
    await tx.store(BopDeclaration, declaration);
    noteBop(tx, 'edited', declaration, declaration.state);
    return this.get(tx, id);
  }

  /**
   * Sends it to the bank: new, or as a change of what the bank has.
   * @throws BopDeclarationFaultyError naming every fault
   */
  async submit(tx: Tx, id: string): Promise<FullBopDeclaration> {
    const declaration = await this.lock(tx, id);
    BOP.next(declaration.state, 'submit');
    const faults = bopFindings(declaration.said);
    if (faults.length > 0) throw new BopDeclarationFaultyError(SAY.faulty({ count: faults.length }), {}, faults);
    await this.order(tx, declaration, 'submit');
    announceSubmitted(tx, declaration, declaration.revision);
    return this.get(tx, id);
  }

  /** Opens it again, whatever the bank has said; what was declared is kept. @throws IllegalTransitionError */
  async correct(tx: Tx, id: string, reason: string): Promise<FullBopDeclaration> {
    const declaration = await this.lock(tx, id);
    const { revision, state, content } = declaration;
    declaration.correct(reason, tx.now);
    await keepRevision(tx, id, { revision, state, content, whyCorrected: reason });
    await tx.store(BopDeclaration, declaration);
    announceCorrected(tx, declaration);
    noteBop(tx, 'corrected', declaration, state);
    return this.get(tx, id);
  }

  /**
   * Takes it back: at once where the bank never had it, else when the bank agrees. Its number is not given again.
   * @throws IllegalTransitionError
   */
  async remove(tx: Tx, id: string, reason: string): Promise<FullBopDeclaration> {
    const declaration = await this.lock(tx, id);
    const { state, revision, content } = declaration;
    if (declaration.wasAccepted) {
      await this.order(tx, declaration, 'delete');
    } else {
      declaration.drop(tx.now);
      await tx.store(BopDeclaration, declaration);
      announceDeleted(tx, declaration);
      noteBop(tx, 'deleted', declaration, state);
    }
    await keepRevision(tx, id, { revision, state, content, whyCorrected: reason });
    return this.get(tx, id);
  }

  /** @throws ResourceNotFoundError */
  async message(view: View, id: string): Promise<ControlMessage> {
    const found = await findMessage(view, id);
    if (found === null) throw new ResourceNotFoundError(SAY.no_such_message);
    return found;
  }

  messages(view: View, query: DatedPageQuery, about: MessageFilter): Promise<Page<ControlMessage>> {
    const conditions = [
      ...equal('declaration_id', about.declarationId),
      ...equal('contract_id', about.contractId),
      ...equal('letter_id', about.letterId),
    ];
    return page<ControlMessage>(view, { table: 'fx.currency_control_message', columns: MESSAGE, query, conditions });
  }

  private async order(tx: Tx, declaration: BopDeclaration, command: 'submit' | 'delete'): Promise<void> {
    const from = declaration.state;
    const dueAt = expectedBy('payout', tx);
    declaration.submit(command, dueAt, tx.now);
    await tx.store(BopDeclaration, declaration);
    const { id: declarationId, attempt } = declaration;
    enqueue(tx, sendBopDeclaration, { declarationId, attempt });
    enqueue(tx, askBopDeclaration, { declarationId, attempt }, { dueAt });
    noteBop(tx, command === 'submit' ? 'submitted' : 'deletion_submitted', declaration, from);
  }

  private async lock(tx: Tx, id: string): Promise<BopDeclaration> {
    const declaration = await tx.lock(BopDeclaration, id);
    if (declaration === null) throw new ResourceNotFoundError(SAY.no_such_declaration);
    tx.assertFresh(declaration);
    return declaration;
  }
}

/** A period of more is asked for in parts. */
const EXPORT_MAX = 10_000;

import { Check, Column, Entity, VersionColumn } from 'typeorm';

import { type ApprovalStanding, isAwaiting } from '../../kernel/approval-standing.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { oneOf } from '../../platform/database/checks.js';
import { TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type Booked } from '../domain/booked.js';
import { type DeclarationForm, type Direction, DIRECTIONS, type DomesticParty } from '../domain/declaration-form.js';
import { type Part } from '../domain/declaration-split.js';
import {
  DECLARATION_MACHINE,
  DECLARATION_STATES,
  type DeclarationCommand,
  type DeclarationState,
  MENDED_BY,
} from '../domain/declaration-status.js';
import { errorsAmong, type Finding } from '../domain/finding.js';
import { type Inspection } from '../domain/inspection.js';
import { requestActions } from '../domain/declaration-request.js';
import { deadline, type Moment } from '../domain/patience.js';
import { type NewDeclaration, UNDECLARED } from './new-declaration.js';

/** What is not to be commanded while a second person is awaited for it. */
const LEAVING: readonly DeclarationCommand[] = ['submit', 'resubmit'];

/** A declaration, of an order's export or of an import: its form, how far customs is with it, and until when we wait. */
@Entity({ schema: 'customs', name: 'declaration' })
@Check('ck_declaration_state', oneOf('state', DECLARATION_STATES))
@Check('ck_declaration_direction', oneOf('direction', DIRECTIONS))
export class Declaration implements Versioned {
  @TenantKey('declaration')
  readonly tenantId!: string;

  @TenantKey('declaration')
  readonly id!: string;

  @Column('text')
  readonly direction!: Direction;

  /** The order that is exported; null of an import. */
  @Column('uuid', { nullable: true })
  readonly orderId!: string | null;

  /** Who imports, and owes the taxes; null of an export. */
  @Column('uuid', { nullable: true })
  readonly partyId!: string | null;

  /** Which of the declarations of the order it is, from 1; 1 of 1 where there is one. */
  @Column('integer', { default: 1 })
  readonly partNumber!: number;

  @Column('integer', { default: 1 })
  readonly partOf!: number;

  /** The order's own reference with its part, or the importer's. */
  @Column('text')
  readonly reference!: string;

  @Column('text')
  readonly state!: DeclarationState;

  /** How often it was declared; 0 before the first time. */
  @Column('integer')
  readonly attempt!: number;

  @Column('jsonb')
  readonly form!: DeclarationForm;

  @Column('jsonb')
  readonly findings!: readonly Finding[];

  @Column('char', { length: 18, nullable: true })
  readonly entryNumber!: string | null;

  @Column('boolean')
  readonly inspected!: boolean;

  @Column('text', { nullable: true })
  readonly rejectionReason!: string | null;

  @Column('date', { nullable: true })
  readonly exportDate!: LocalDate | null;

  @Column('timestamptz', { nullable: true })
  readonly submittedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly acceptedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly releasedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly departedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly clearedAt!: Date | null;

  /** When customs is asked, if nothing has come by then. */
  @Column('timestamptz', { nullable: true })
  readonly expectedBy!: Date | null;

  /** How often customs has been asked in this state. */
  @Column('integer')
  readonly asks!: number;

  /** Of its declaring, where that takes a second person; null when it has left since. */
  @Column('jsonb', { nullable: true })
  readonly approval!: ApprovalStanding | null;

  /** What customs asks for beside it, in its own words; null when nothing, or when it was answered. */
  @Column('text', { nullable: true })
  readonly supplementAsked!: string | null;

  /** Where and when the goods are inspected, and what was found; null before somebody says so. */
  @Column('jsonb', { nullable: true })
  readonly inspection!: Inspection | null;

  /** What the carrier confirmed; null before, and where somebody else books. */
  @Column('jsonb', { nullable: true })
  readonly booking!: Booked | null;

  @VersionColumn({ default: 1 })
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static draft({ now, part, ...given }: NewDeclaration): Declaration {
    const facts = { ...given, partNumber: part.number, partOf: part.of, createdAt: now, updatedAt: now };
    return Object.assign(new Declaration(), facts, UNDECLARED);
  }

  get part(): Part {
    return { number: this.partNumber, of: this.partOf };
  }

  get hasErrors(): boolean {
    return errorsAmong(this.findings).length > 0;
  }

  /** Commands, and what may be asked of customs. */
  get allowedActions(): string[] {
    const actions = DECLARATION_MACHINE.allowedActions(this.state);
    const own = isAwaiting(this.approval) ? actions.filter((action) => !LEAVING.includes(action)) : actions;
    return [...own, ...requestActions(this.state, this.supplementAsked !== null, this.direction)];
  }

  /** Before it is declared, and after it was sent back. @throws IllegalTransitionError at any other time */
  mend(form: DeclarationForm, moment: Moment): void {
    this.become(MENDED_BY[this.state] ?? 'correct', { form }, moment);
  }

  /** What the carrier confirmed, or that it does not hold any more: null. */
  book(booking: Booked | null, { now }: Moment): void {
    Object.assign(this, { booking, updatedAt: now });
  }

  note(findings: readonly Finding[], { now }: Moment): void {
    Object.assign(this, { findings, updatedAt: now });
  }

  block(moment: Moment): void {
    this.become('block', {}, moment);
  }

  /** It is about to leave, for the first time or again. */
  queue(moment: Moment): void {
    const anew = {
      ...{ rejectionReason: null, approval: null, entryNumber: null },
      acceptedAt: null,
      releasedAt: null,
      supplementAsked: null,
      inspection: null,
    };
    const command = DECLARATION_MACHINE.allows(this.state, 'resubmit') ? 'resubmit' : 'submit';
    this.become(command, { attempt: this.attempt + 1, ...anew }, moment);
  }

  /** Who declares (申报单位): the broker that the exporter has entrusted, or, where none is, the exporter itself. */
  entrust(broker: DomesticParty | null, { now }: Moment): void {
    const form: DeclarationForm = { ...this.form, declarant: broker ?? this.form.exporter };
    Object.assign(this, { form, updatedAt: now });
  }

  /** It does not leave after all. */
  hold(findings: readonly Finding[], moment: Moment): void {
    this.become('hold', { findings }, moment);
  }

  /** Its declaring waits for a second person, came to nothing, or waits no more: null. */
  stand(approval: ApprovalStanding | null, { now }: Moment): void {
    Object.assign(this, { approval, updatedAt: now });
  }

  cancel(moment: Moment): void {
    this.become('cancel', { approval: null }, moment);
  }

  sent(moment: Moment): void {
    this.become('send', { submittedAt: moment.now }, moment);
  }

  resend(moment: Moment): void {
    this.become('resend', {}, moment);
  }

  accept(entryNumber: string, moment: Moment): void {
    this.become('accept', { entryNumber, acceptedAt: moment.now, submittedAt: this.submittedAt ?? moment.now }, moment);
  }

  review(moment: Moment): void {
    this.become('review', {}, moment);
  }

  conclude(moment: Moment): void {
    this.become('conclude', {}, moment);
  }

  inspect(moment: Moment): void {
    this.become('inspect', { inspected: true }, moment);
  }

  /** The word of it came behind the release. */
  learnInspection({ now }: Moment): void {
    Object.assign(this, { inspected: true, updatedAt: now });
  }

  release(moment: Moment): void {
    this.become('release', { releasedAt: moment.now }, moment);
  }

  depart(exportDate: LocalDate, moment: Moment): void {
    this.become('depart', { exportDate, departedAt: moment.now }, moment);
  }

  clear(moment: Moment): void {
    this.become('clear', { clearedAt: moment.now }, moment);
  }

  /** Customs sent it back or deleted it: the number it had, if any, is void. */
  reject(rejectionReason: string, moment: Moment): void {
    this.become('reject', { rejectionReason, entryNumber: null, acceptedAt: null }, moment);
  }

  /** Customs granted its withdrawal: the number stays on record until it is declared anew. */
  withdraw(moment: Moment): void {
    this.become('withdraw', {}, moment);
  }

  cancelExit(moment: Moment): void {
    this.become('cancel_exit', {}, moment);
  }

  /** Customs granted an amendment; where it stands with the declaration stays as it is. */
  change(form: DeclarationForm, { now }: Moment): void {
    Object.assign(this, { form, updatedAt: now });
  }

  /** Customs asks for more, or has it now: null. */
  question(supplementAsked: string | null, { now }: Moment): void {
    Object.assign(this, { supplementAsked, updatedAt: now });
  }

  recordInspection(inspection: Inspection, { now }: Moment): void {
    Object.assign(this, { inspection, updatedAt: now });
  }

  /** Somebody wants customs to be asked now. */
  lookFor({ now }: Moment): void {
    Object.assign(this, { expectedBy: now, updatedAt: now });
  }

  /** Until then somebody else is waited for: whoever has taxes to pay. */
  waitUntil(expectedBy: Date, { now }: Moment): void {
    Object.assign(this, { expectedBy, asks: 0, updatedAt: now });
  }

  /** Customs is waited for, from now on. */
  waitAnew(moment: Moment): void {
    Object.assign(this, { expectedBy: deadline(this.state, 0, moment), asks: 0, updatedAt: moment.now });
  }

  /** Nothing came: wait again, longer. */
  waitLonger({ now, livemode }: Moment): void {
    const asks = this.asks + 1;
    Object.assign(this, { asks, expectedBy: deadline(this.state, asks, { now, livemode }), updatedAt: now });
  }

  private become(command: DeclarationCommand, changes: Partial<Declaration>, moment: Moment): void {
    const state = DECLARATION_MACHINE.next(this.state, command);
    Object.assign(this, { ...changes, state, asks: 0, expectedBy: deadline(state, 0, moment), updatedAt: moment.now });
  }
}

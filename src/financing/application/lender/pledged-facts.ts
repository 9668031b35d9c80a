import { type EventData, type EventType } from '../../../contracts/events.js';
import { type Amount } from '../../../contracts/events/amount.js';
import { type PledgedFact } from '../../../contracts/events/lender.events.js';
import { Money } from '../../../kernel/money.js';

/** What a lender is told when this happens at a client, and the amount of it where it has one. */
export interface FactRule<Type extends EventType> {
  readonly fact: PledgedFact | ((data: EventData[Type]) => PledgedFact | null);
  readonly amount?: (data: EventData[Type]) => Amount | null;
}

/**
 * Events of a client that change a fact which a loan stands on. Everything else of the client is none of its lenders'
 * business, and words that people wrote, such as reasons, are left behind.
 */
export const FACT_RULES: { readonly [Type in EventType]?: FactRule<Type> } = {
  'customs.declaration.released': { fact: 'declaration_released' },
  'customs.declaration.departed': { fact: 'declaration_departed' },
  'customs.declaration.cleared': { fact: 'declaration_cleared' },
  'customs.declaration.amended': { fact: 'declaration_amended' },
  'customs.declaration.withdrawn': { fact: 'declaration_withdrawn' },
  'customs.declaration.exit_cancelled': { fact: 'declaration_exit_cancelled' },
  'orders.order.cancelled': { fact: 'order_cancelled' },
  'tax_refund.claim.matched': { fact: 'refund_matched', amount: ({ refund }) => refund },
  'tax_refund.claim.filed': { fact: 'refund_filed', amount: ({ refund }) => refund },
  'tax_refund.claim.accepted': { fact: 'refund_accepted' },
  'tax_refund.claim.queried': { fact: 'refund_queried' },
  'tax_refund.claim.withheld': { fact: 'refund_withheld' },
  'tax_refund.claim.approved': { fact: 'refund_approved', amount: ({ refund }) => refund },
  'tax_refund.claim.rejected': { fact: 'refund_rejected' },
  'tax_refund.claim.paid': { fact: 'refund_paid', amount: ({ refund }) => refund },
  'tax_refund.claim.abandoned': { fact: 'refund_abandoned', amount: ({ refund }) => refund },
  'tax_refund.claim.clawed_back': { fact: 'refund_clawed_back', amount: ({ amount }) => amount },
  'tax_refund.claim.abnormal_invoice': { fact: 'refund_in_doubt' },
  'tax_refund.claim.resumed': { fact: 'refund_resumed' },
  'tax_refund.claim.held': { fact: 'refund_held' },
  'tax_refund.claim.corrected': { fact: 'refund_corrected', amount: ({ refund }) => refund },
  'tax_refund.claim.settled': { fact: 'refund_settled', amount: ({ amount }) => amount },
  'fx.collection.matched': { fact: 'collection_received', amount: ({ amount }) => amount },
  'fx.collection.match_undone': { fact: 'collection_undone', amount: ({ amount }) => amount },
  'fx.order.collected': { fact: 'order_collected' },
  'fx.trade_check.doubted': { fact: 'trade_doubted' },
  'fx.trade_check.blocked': { fact: 'trade_blocked' },
  'fx.trade_check.passed': { fact: 'trade_cleared' },
  'fx.trade_check.accepted': { fact: 'trade_cleared' },
  'financing.advance.overdue': { fact: 'loan_overdue', amount: ({ outstanding }) => outstanding ?? null },
  'financing.limit.changed': { fact: 'limit_changed', amount: ({ limit }) => limit },
  'financing.guarantee_group.frozen': { fact: 'limit_frozen' },
  'financing.guarantee_group.unfrozen': { fact: 'limit_unfrozen' },
  'financing.guarantee_call.opened': { fact: 'guarantee_called', amount: ({ due }) => due },
  'financing.guarantee_call.collected': { fact: 'guarantee_collected', amount: ({ collected }) => collected },
  'financing.guarantee_call.covered': { fact: 'guarantee_covered' },
  'financing.dispute.opened': { fact: 'invoice_disputed', amount: ({ amount }) => amount },
  'financing.dispute.resolved': { fact: 'dispute_resolved', amount: ({ conceded }) => conceded },
  'financing.screening.recorded': { fact: deniedFact },
  'financing.buyer_limit.granted': { fact: 'buyer_limit_granted', amount: ({ granted }) => granted },
  'financing.buyer_limit.reduced': { fact: 'buyer_limit_reduced', amount: ({ granted }) => granted },
  'financing.buyer_limit.revoked': { fact: 'buyer_limit_revoked' },
  'financing.insurance_policy.lapsed': { fact: 'policy_lapsed' },
  'financing.shipment_declaration.accepted': { fact: 'shipment_insured', amount: ({ covered }) => covered },
  'financing.shipment_declaration.refused': { fact: 'shipment_refused' },
  'financing.shipment_declaration.missed': { fact: 'shipment_missed' },
  'financing.insurance_claim.notified': { fact: 'loss_notified', amount: ({ loss }) => loss },
  'financing.insurance_claim.assessed': { fact: 'indemnity_assessed', amount: ({ assessed }) => assessed },
  'financing.insurance_claim.refused': { fact: 'indemnity_refused' },
  'financing.insurance_claim.paid': { fact: 'indemnity_paid', amount: ({ indemnity }) => indemnity },
  'financing.assignment.acknowledged': { fact: 'assignment_acknowledged' },
  'financing.assignment.released': { fact: 'assignment_released' },
  'financing.warehouse_receipt.revalued': { fact: 'receipt_revalued', amount: ({ value }) => value },
  'financing.warehouse_receipt.top_up_due': { fact: 'receipt_top_up_due', amount: ({ shortfall }) => shortfall },
  'financing.warehouse_receipt.part_released': { fact: 'receipt_part_released', amount: ({ value }) => value },
  'financing.warehouse_receipt.released': { fact: 'receipt_released' },
  'fx.margin_call.called': { fact: 'margin_called', amount: ({ amount }) => amount },
  'fx.margin_call.paid': { fact: 'margin_paid', amount: ({ amount }) => amount },
  'fx.margin_call.released': { fact: 'margin_released', amount: ({ freed }) => freed },
  'fx.margin_call.settled': { fact: 'margin_settled', amount: ({ freed }) => freed },
};

/** Events by which the loan itself changes. */
export const LOAN_EVENTS: ReadonlySet<string> = new Set<EventType>([
  'financing.advance.requested',
  'financing.advance.drawn',
  'financing.advance.declined',
  'financing.advance.part_repaid',
  'financing.advance.repaid',
  'financing.advance.extended',
  'financing.advance.written_off',
  'financing.advance.recovered',
]);

/** An event of a client, as its log has it. */
export interface ClientEvent {
  readonly id: string;
  readonly position: string;
  readonly type: EventType;
  readonly resourceId: string;
  readonly orderId: string | null;
  readonly occurredAt: Date;
  readonly data: never;
}

/** What a lender is told of an event, or null. A lender that is late with its own answer tells nobody's fact. */
export function factOf({ type, data }: Pick<ClientEvent, 'type' | 'data'>): {
  readonly fact: PledgedFact;
  readonly amount: Money | null;
} | null {
  const rule = FACT_RULES[type] as FactRule<EventType> | undefined;
  if (rule === undefined) return null;
  if (type === 'financing.advance.overdue' && (data as { state: string }).state !== 'drawn') return null;
  const fact = typeof rule.fact === 'function' ? rule.fact(data) : rule.fact;
  if (fact === null) return null;
  const amount = rule.amount?.(data) ?? null;
  return { fact, amount: amount === null ? null : Money.fromJSON(amount) };
}

/** Whether a lender is told of it: of what is of a told type not everything is news. */
export function isNews(event: ClientEvent): boolean {
  return LOAN_EVENTS.has(event.type) || factOf(event) !== null;
}

const DENIED = {
  seller: { hit: 'client_denied', possible: 'client_in_doubt', clear: 'client_cleared' },
  buyer: { hit: 'buyer_denied', possible: 'buyer_in_doubt', clear: 'buyer_cleared' },
} as const;

/** Only how a party stands by all its lists together, and only where that has changed: a first clear name is no news. */
function deniedFact({ party, before, standing }: EventData['financing.screening.recorded']): PledgedFact | null {
  if (standing === undefined || standing === (before ?? 'clear')) return null;
  return party === 'seller' || party === 'buyer' ? DENIED[party][standing] : null;
}

/** Every event that a lender may have to be told of. */
export const TOLD_EVENTS: readonly string[] = [...Object.keys(FACT_RULES), ...LOAN_EVENTS];

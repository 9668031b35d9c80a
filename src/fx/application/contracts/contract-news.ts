import { publicId } from '../../../kernel/ids.js';
import { type Tx } from '../../../platform/database/session.js';
import { audit, publish } from '../../../platform/outbox/outbox.js';
import { type ControlLetter } from '../../entities/control-letter.entity.js';
import { type ControlRequest } from '../../entities/control-request.entity.js';
import { type RegisteredContract } from '../../entities/registered-contract.entity.js';

const about = ({ id, firstOrderId: orderId }: RegisteredContract, changed: readonly string[]) =>
  ({ resource: { type: 'registeredContract', id }, orderId, changed }) as const;
const factsOf = ({ terms, registrationNumber, orderIds }: RegisteredContract) => ({
  ...{ contractNumber: terms.contractNumber, amount: terms.amount, registrationNumber },
  orderIds: orderIds.map((id) => publicId('order', id)),
});
const wordsOf = (reasonCode: string | null, reason: string | null): string =>
  [reasonCode, reason].filter((word) => word !== null).join(': ');

export function noteContract(tx: Tx, action: string, { id, state }: RegisteredContract, from: string | null): void {
  const resource = { resourceType: 'registeredContract', resourceId: id };
  audit(tx, { action: `registered_contract.${action}`, ...resource, from, to: state });
}

/** It was asked for, or the bank has said yes: news of it as a whole. */
export function announceContract(
  tx: Tx,
  contract: RegisteredContract,
  what: 'requested' | 'registered' | 'amendment_requested' | 'amended' | 'closed',
): void {
  publish(tx, {
    type: `fx.registered_contract.${what}`,
    ...about(contract, ['state']),
    ...(what === 'requested' ? { creates: true } : {}),
    data: { ...factsOf(contract), endsOn: contract.terms.endsOn },
  });
}

export function announceOrdersChanged(tx: Tx, contract: RegisteredContract): void {
  publish(tx, {
    type: 'fx.registered_contract.orders_changed',
    ...about(contract, ['orderIds']),
    data: factsOf(contract),
  });
}

export function announceClosureRequested(tx: Tx, contract: RegisteredContract): void {
  publish(tx, {
    type: 'fx.registered_contract.closure_requested',
    ...about(contract, ['state']),
    data: { ...factsOf(contract), reason: contract.closureReason ?? '' },
  });
}

/** The bank's no: to a registration, an amendment or a closure. */
export function announceRefusal(
  tx: Tx,
  contract: RegisteredContract,
  what: 'refused' | 'amendment_refused' | 'closure_refused',
): void {
  const { reasonCode, reason } = contract;
  publish(tx, {
    type: `fx.registered_contract.${what}`,
    ...about(contract, ['state', 'reasonCode', 'reason']),
    data: { ...factsOf(contract), reason: wordsOf(reasonCode, reason) },
  });
}

/** A statement came, or the bank has taken papers. */
export function announceAnswer(
  tx: Tx,
  contract: RegisteredContract,
  request: ControlRequest,
  what: 'statement_received' | 'documents_accepted',
  differences: readonly string[],
): void {
  publish(tx, {
    type: `fx.registered_contract.${what}`,
    ...about(contract, []),
    data: { ...factsOf(contract), requestId: publicId('controlRequest', request.id), differences },
  });
}

/** The bank's no to a statement or to papers. */
export function announceRequestRefused(tx: Tx, contract: RegisteredContract, request: ControlRequest): void {
  const { kind, reasonCode, reason } = request;
  publish(tx, {
    type: 'fx.registered_contract.request_refused',
    ...about(contract, []),
    data: { ...factsOf(contract), kind, reason: wordsOf(reasonCode, reason) },
  });
}

export function announceContractOverdue(tx: Tx, contract: RegisteredContract, kind: string, since: Date): void {
  publish(tx, {
    type: 'fx.registered_contract.overdue',
    ...about(contract, ['expectedBy']),
    data: { kind, expectedBy: since.toISOString() },
  });
}

const aboutLetter = ({ id, orderId }: ControlLetter, changed: readonly string[]) =>
  ({ resource: { type: 'currencyControlLetter', id }, orderId, changed }) as const;

export function noteLetter(tx: Tx, action: string, { id, state }: ControlLetter, from: string | null): void {
  const resource = { resourceType: 'currencyControlLetter', resourceId: id };
  audit(tx, { action: `currency_control_letter.${action}`, ...resource, from, to: state });
}

/** A letter came, or goes. */
export function announceLetter(tx: Tx, letter: ControlLetter): void {
  const { direction, subject, responseRequired, dueOn } = letter;
  publish(tx, {
    type: direction === 'in' ? 'fx.currency_control_letter.received' : 'fx.currency_control_letter.sent',
    ...aboutLetter(letter, ['state']),
    creates: true,
    data: { subject, responseRequired, dueOn },
  });
}

/** What became of it. */
export function announceLetterMoved(
  tx: Tx,
  letter: ControlLetter,
  what: 'answer_sent' | 'answered' | 'delivered',
): void {
  const { subject } = letter;
  publish(tx, { type: `fx.currency_control_letter.${what}`, ...aboutLetter(letter, ['state']), data: { subject } });
}

export function announceLetterRefused(tx: Tx, letter: ControlLetter): void {
  const { subject, reasonCode, reason } = letter;
  publish(tx, {
    type: 'fx.currency_control_letter.refused',
    ...aboutLetter(letter, ['state', 'reasonCode', 'reason']),
    data: { subject, reason: wordsOf(reasonCode, reason) },
  });
}

export function announceLetterLate(tx: Tx, letter: ControlLetter): void {
  const { subject, dueOn } = letter;
  publish(tx, {
    type: 'fx.currency_control_letter.late',
    ...aboutLetter(letter, []),
    data: { subject, dueOn: dueOn ?? '' },
  });
}

import { type GuardedStep } from '../../approvals/index.js';
import { Money } from '../../kernel/money.js';
import { SAY } from '../domain/customs.sentences.js';
import { type DeclarationForm, directionOf } from '../domain/declaration-form.js';
import { SAY_OF_IMPORTS } from '../domain/imports/import.sentences.js';
import { SAY_OF_REQUESTS } from '../domain/declaration-request.sentences.js';
import { type DeclarationRequest } from '../entities/declaration-request.entity.js';
import { type Declaration } from '../entities/declaration.entity.js';

/**
 * The next attempt, for the gate: what is approved is the whole form as it stands, and this one attempt at it. The limit is held
 * against all that is declared of the order, so that an order that goes in parts does not pass below it part by part.
 * @param siblings the forms of the order's other parts
 */
export function declaringOf(
  { id, orderId, reference, form, attempt, approval }: Declaration,
  siblings: readonly DeclarationForm[],
): GuardedStep {
  const amount = valueOf(form);
  const told = {
    reference,
    items: form.items.length,
    total: amount === null ? '—' : `${amount.toAmountString()} ${amount.currency}`,
    country: form.consignee.country,
    attempt: attempt + 1,
  };
  return {
    command: 'customs.declaration.submission',
    subjectId: id,
    orderId,
    amount: togetherWith(amount, siblings),
    essentials: { form, attempt: attempt + 1 },
    summary:
      directionOf(form) === 'import'
        ? SAY_OF_IMPORTS.approve_declaring({ ...told, consignor: form.consignee.name })
        : SAY.approve_declaring({ ...told, consignee: form.consignee.name }),
    standing: approval,
  };
}

/** What is asked of customs, for the gate. */
export function requestingOf(
  { id, orderId, reference, form, attempt, entryNumber }: Declaration,
  { kind, reason, changes, form: amended, answers, refund, approval }: DeclarationRequest,
): GuardedStep {
  const told = { reference, number: entryNumber ?? '—', reason };
  return {
    command: 'customs.declaration.change',
    subjectId: id,
    orderId,
    amount: valueOf(amended ?? form),
    essentials: { kind, reason, attempt, changes, form: amended, answers, ...(refund !== null && { refund }) },
    summary:
      kind === 'amendment'
        ? SAY_OF_REQUESTS.approve_amendment({ ...told, fields: changes.length })
        : SAY_OF_REQUESTS[`approve_${kind}`](told),
    standing: approval,
  };
}

/** What is declared for the items, before freight and insurance; null where they are not of one currency. */
function valueOf({ items, currency }: DeclarationForm): Money | null {
  const values = items.map(({ total }) => Money.fromJSON(total));
  return values.every((value) => value.currency === currency) ? Money.sum(values, currency) : null;
}

/** Null where they are not all of one currency: what cannot be compared is asked about. */
function togetherWith(own: Money | null, siblings: readonly DeclarationForm[]): Money | null {
  if (own === null) return null;
  const values = siblings.map(valueOf);
  const known = values.filter((value) => value?.currency === own.currency).flatMap((value) => value ?? []);
  return known.length === values.length ? Money.sum([own, ...known], own.currency) : null;
}

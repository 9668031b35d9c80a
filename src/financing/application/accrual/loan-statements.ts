import { type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type View } from '../../../platform/database/session.js';
import { type LoanHistory, type LoanStatement, statementOf } from '../../domain/accrual/statement.js';
import { feeOn } from '../../domain/products/price.js';
import { type Advance } from '../../entities/advance.entity.js';
import { ratesOf } from '../../entities/loan-rates.table.js';
import { type Repayments } from '../repayments.service.js';
import { productOf } from '../terms.js';

/** A statement with the days that it is of. */
export interface DatedStatement extends LoanStatement {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

interface Asked {
  /** The day of the draw where absent. */
  readonly from: LocalDate | undefined;
  /** Today where absent. */
  readonly to: LocalDate | undefined;
  readonly today: LocalDate;
}

/** Of an advance that was not drawn there is nothing to tell. */
export async function loanStatement(
  view: View,
  repayments: Repayments,
  advance: Advance,
  { from, to, today }: Asked,
): Promise<DatedStatement> {
  const range = { from: from ?? advance.drawnOn ?? today, to: to ?? today };
  const nothing = Money.zero(advance.principal.currency);
  const history = await historyOf(view, repayments, advance);
  if (history === null) return { ...range, opening: nothing, lines: [], closing: nothing };
  return { ...range, ...statementOf(history, { ...range, today }) };
}

async function historyOf(view: View, repayments: Repayments, advance: Advance): Promise<LoanHistory | null> {
  const { id, drawnOn, principal, maturityOn, dayBasis, annualRate, penaltyRate } = advance;
  if (drawnOn === null) return null;
  const [paid, rates, product] = await Promise.all([
    repayments.ofAdvance(view, id),
    ratesOf(view, id),
    productOf(view, advance),
  ]);
  return {
    ...{ drawnOn, principal, maturityOn, dayBasis },
    fee: feeOn(product, principal),
    rates: rates.length > 0 ? rates : [{ from: drawnOn, annualRate, penaltyRate }],
    repayments: paid.map(({ valueDate: on, fees, interest, principal: part }) => ({
      ...{ on, fees, interest, principal: part },
      penalty: Money.zero(principal.currency),
    })),
  };
}

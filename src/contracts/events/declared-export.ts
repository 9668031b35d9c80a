import { money } from './amount.js';
import { day, decimal, integer, list, object, optional, text } from './shape.js';

export const ENTRY_NUMBER = text('310420260519137551', 'The 18 digits that customs gave it');
export const EXPORT_DATE = day('2026-11-26', 'The day that starts the tax clocks');

/** Of an order that goes in several declarations, which of them; left out where there is one. */
export const PART = optional(
  object(
    { number: integer(2, 'From 1'), of: integer(3) },
    'Which of the declarations of the order; left out where it has one',
  ),
);

/** One item of a declaration as customs accepted it. */
const DECLARED_ITEM = object({
  itemNumber: integer(1),
  orderLineId: text('0199f0c1-7a3e-7c55-a1b2-6f0d2b9c4e11'),
  hsCode: text('8518220000'),
  quantities: list(
    object({ quantity: decimal('1000'), unit: text('001', 'Code of the customs unit table') }),
    'Up to three: transaction unit, first and second legal unit',
  ),
  total: money('10000.00', 'USD'),
  fob: money('9600.00', 'USD', "FOB share of the total, in the transaction's currency"),
});

/** An export as customs has it, for those who refund its taxes. */
export const DECLARED_EXPORT = {
  entryNumber: ENTRY_NUMBER,
  exportDate: EXPORT_DATE,
  supervisionMode: text('0110', 'Code of the customs table of supervision modes'),
  part: PART,
  fob: money('9600.00', 'USD'),
  items: list(DECLARED_ITEM),
} as const;

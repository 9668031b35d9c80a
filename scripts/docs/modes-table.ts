import { limitsOn, messagesOf, type SupervisionMode, type Trade } from '../../src/customs/domain/modes/mode.js';
import { MODES } from '../../src/customs/domain/modes/modes.js';

/** A day on which every law that holds now holds. */
const NOW = '9999-12-31';

/** One row per mode and direction. */
export function modesTable(): string {
  const rows = MODES.flatMap((mode) => mode.trades.map((trade) => row(mode, trade)));
  return [
    '| mode | direction | who | channels | messages | limits | refund |',
    '|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function row({ code, name }: SupervisionMode, trade: Trade): string {
  const limits = limitsOn(trade, NOW).map(({ per, amount }) => `${amount.toString()} per ${per.replaceAll('_', ' ')}`);
  const refund = trade.refund === null ? '–' : `${trade.refund.possible}: ${trade.refund.under.en}`;
  const cells = [
    `${code} ${name.zh}`,
    trade.direction,
    trade.who.en,
    trade.channels.join(', '),
    messagesOf(trade).map(numberOf).join(', '),
    limits.join('; ') || '–',
    refund,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** `CEB303Message` → `303`. */
function numberOf(message: string): string {
  return message.replace(/^CEB(\d{3})Message$/, '$1');
}

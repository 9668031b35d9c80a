import { SystemClock } from '../../src/kernel/clock.js';
import { CHINA } from '../../src/kernel/local-date.js';
import { sentenceOf } from '../../src/orders/api/timeline-sentences.js';
import { type Player } from './player.js';
import { type WebhookEvent } from './receiver.js';
import { padEnd, print, type Style, styled, withGroupedAmounts } from './terminal.js';

/** The tracks tell the same in other words: such a line would only repeat the one above it. */
const UNTOLD: ReadonlySet<string> = new Set(['orders.order.track_changed']);

/** What one would tell a friend; it stands out. */
const GREAT: ReadonlySet<string> = new Set([
  'customs.declaration.released',
  'customs.declaration.rejected',
  'freight.shipment.departed',
  'fx.order.collected',
  'tax_refund.claim.paid',
  'financing.advance.drawn',
  'orders.order.closed',
]);

const TRACKS: Readonly<Record<string, readonly [string, Style]>> = {
  orders: ['order', 'bold'],
  customs: ['customs', 'blue'],
  freight: ['freight', 'cyan'],
  fx: ['fx', 'green'],
  tax_refund: ['tax refund', 'yellow'],
  financing: ['financing', 'magenta'],
  webhooks: ['webhooks', 'red'],
};
const TRACK_WIDTH = 10;

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: CHINA,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
});

/** Tells what happens while it happens, one line each. */
export class Narrator {
  private readonly numbers = new Map<string, string>();
  private readonly clock = new SystemClock();

  /** An event of a webhook. */
  event(event: WebhookEvent): void {
    const { type, orderId, data } = event;
    if (!isTold(type)) return;
    const [word, style] = TRACKS[type.split('.')[0] ?? ''] ?? ['', 'bold'];
    const sentence = withGroupedAmounts(sentenceOf({ type, data }, 'en'));
    const reference = type === 'orders.order.placed' ? ` (${String(data['reference'])})` : '';
    const text = styled(`${sentence}${reference}`, ...emphasisOf(type));
    this.line(timeOf(event.occurredAt), this.label(orderId), styled(padEnd(word, TRACK_WIDTH), style), text);
  }

  /** Something that the demo does in the place of people. */
  readonly deed = (player: Player, sentence: string): void => {
    this.numbers.set(player.orderId, `[${player.number}]`);
    const now = timeOf(this.clock.now().toISOString());
    const word = padEnd('▸ people', TRACK_WIDTH);
    this.line(now, `[${player.number}]`, word, withGroupedAmounts(sentence));
  };

  /** Orders of the run have its numbers; what somebody else enters while we are up is counted on. */
  private label(orderId: string | null): string {
    if (orderId === null) return '   ';
    const label = this.numbers.get(orderId) ?? `[${this.numbers.size + 1}]`;
    this.numbers.set(orderId, label);
    return label;
  }

  private line(time: string, ...parts: readonly string[]): void {
    print(`  ${[styled(time, 'dim'), ...parts].join('  ')}`);
  }
}

export function isTold(type: string): boolean {
  return !UNTOLD.has(type);
}

function emphasisOf(type: string): Style[] {
  if (GREAT.has(type)) return ['bold'];
  return type === 'freight.shipment.milestone' ? ['dim'] : [];
}

/** `16:03:07.120`, in China. */
export function timeOf(instant: string): string {
  return clock.format(new Date(instant));
}

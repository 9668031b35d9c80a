import { CHINA } from '../../src/kernel/local-date.js';
import { sentenceOf } from '../../src/orders/api/timeline-sentences.js';
import { type Player } from './player.js';
import { type WebhookEvent } from './receiver.js';
import { padEnd, print, type Style, styled } from './terminal.js';

/** The tracks themselves tell the same; the line would only repeat what stands above it. */
const UNTOLD = new Set(['orders.order.track_changed']);

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

  /** An event of a webhook. */
  event(event: WebhookEvent): void {
    if (UNTOLD.has(event.type)) return;
    const [word, style] = TRACKS[event.type.split('.')[0] ?? ''] ?? ['', 'bold'];
    const sentence = sentenceOf({ type: event.type, data: event.data }, 'en');
    this.line(timeOf(event.occurredAt), this.label(event.orderId), styled(padEnd(word, TRACK_WIDTH), style), sentence);
  }

  /** Something that the demo does in the place of people. */
  readonly deed = (player: Player, sentence: string): void => {
    this.numbers.set(player.orderId, `[${player.number}]`);
    this.line(
      padEnd('', 12),
      `[${player.number}]`,
      styled(padEnd('▸ people', TRACK_WIDTH), 'dim'),
      styled(sentence, 'dim'),
    );
  };

  private label(orderId: string | null): string {
    return orderId === null ? '   ' : (this.numbers.get(orderId) ?? '[+]');
  }

  private line(...parts: readonly string[]): void {
    print(`  ${parts.join('  ')}`);
  }
}

/** `16:03:07.120`, in China. */
export function timeOf(instant: string): string {
  return clock.format(new Date(instant));
}

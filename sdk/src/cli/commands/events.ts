import { type EntrepotEvent } from '../../operations.js';
import { type TailOptions } from '../../tail.js';
import { type Command, type Options } from '../command.js';
import { type Context } from '../context.js';

export const FEED_USAGE = '[--types TYPE,…] [--order ID] [--after EVENT | --from oldest|now]';
export const FEED_OPTIONS: Options = {
  types: { type: 'string' },
  order: { type: 'string' },
  after: { type: 'string' },
  from: { type: 'string' },
};

/** From now on unless said: who watches wants to see what happens. */
export function feedOf(context: Context): TailOptions {
  return {
    types: context.option('types')?.split(','),
    orderId: context.option('order'),
    after: context.option('after'),
    from: context.option('from') === 'oldest' ? 'oldest' : 'now',
    pollMs: 500,
    signal: context.signal,
  };
}

export function lineOf({ occurredAt, type, resource, id }: EntrepotEvent): string {
  return `${occurredAt}  ${type}  ${resource.id}  ${id}`;
}

export const tailEvents: Command = {
  name: 'events tail',
  usage: FEED_USAGE,
  summary: { en: 'Events as they happen, until Ctrl-C', zh: '实时显示事件，直到 Ctrl-C' },
  options: FEED_OPTIONS,
  async run(context) {
    for await (const event of context.client().events.tail(feedOf(context))) context.print(event, lineOf(event));
  },
};

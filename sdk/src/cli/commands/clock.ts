import { type Schemas } from '../../operations.js';
import { type Command } from '../command.js';
import { type Context } from '../context.js';
import { SAY } from '../sentences.js';
import { UsageError } from '../usage-error.js';

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

const get: Command = {
  name: 'clock get',
  usage: '',
  summary: { en: 'The time of a sandbox tenant', zh: '沙箱租户的时间' },
  async run(context) {
    show(context, await context.client().sandbox.clock.get());
  },
};

const advance: Command = {
  name: 'clock advance',
  usage: '--by 90m|36h|30d | --to INSTANT',
  summary: { en: 'Let time pass in a sandbox tenant', zh: '让沙箱租户的时间前进' },
  details: {
    en: 'The clock then stands still until it is moved again. It goes forward only.',
    zh: '之后时钟静止，直到再次移动。只能向前。',
  },
  options: { by: { type: 'string' }, to: { type: 'string' } },
  async run(context) {
    const [by, to] = [context.option('by'), context.option('to')];
    if ((by === undefined) === (to === undefined)) throw new UsageError(SAY.one_of, { names: '--by, --to' });
    const { clock } = context.client().sandbox;
    const target = by === undefined ? instant(to ?? '') : span(by);
    const now = target instanceof Date ? target : new Date(Date.parse((await clock.get()).now) + target);
    show(context, await clock.set({ now: now.toISOString() }));
  },
};

function span(value: string): number {
  const [, count, unit = ''] = /^(\d+)([smhd])$/.exec(value) ?? [];
  if (count === undefined) throw new UsageError(SAY.not_a_span, { value });
  return Number(count) * (UNITS[unit] ?? 0);
}

function instant(value: string): Date {
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) throw new UsageError(SAY.not_an_instant, { value });
  return at;
}

function show(context: Context, clock: Schemas['ClockDto']): void {
  context.print(clock, context.say(clock.frozen ? SAY.clock_frozen : SAY.clock_real, { now: clock.now }));
}

export const clock: readonly Command[] = [get, advance];

import { type Schemas } from '../../operations.js';
import { pause } from '../../pause.js';
import { type Command } from '../command.js';
import { type Context } from '../context.js';
import { SAY } from '../sentences.js';
import { table } from '../table.js';
import { UsageError } from '../usage-error.js';

type Report = Schemas['ClockReportDto'];

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const LOOK_AGAIN_MS = 500;

const get: Command = {
  name: 'clock get',
  usage: '',
  summary: { en: 'The time of a sandbox tenant', zh: '沙箱租户的时间' },
  async run(context) {
    show(context, await context.client().sandbox.clock.get());
  },
};

const set: Command = {
  name: 'clock set',
  usage: '--to INSTANT',
  summary: { en: 'Set the time of a sandbox tenant', zh: '设定沙箱租户的时间' },
  details: {
    en: 'At once, however far; it goes forward only, and then stands still. What falls due on the way does so in no order.',
    zh: '立即到达，不限远近；只能向前，之后静止。途中到期的事项不按顺序处理。',
  },
  options: { to: { type: 'string' } },
  async run(context) {
    const now = instant(context.required('to')).toISOString();
    show(context, await context.client().sandbox.clock.set({ now }));
  },
};

const advance: Command = {
  name: 'clock advance',
  usage: '--by 90m|36h|30d | --to INSTANT',
  summary: { en: 'Let time pass in a sandbox tenant', zh: '让沙箱租户的时间前进' },
  details: {
    en: 'What falls due on the way does so at its hour, and is told; at most 366 days. The clock then stands still. Ctrl-C ends the watching, not the advance.',
    zh: '途中到期的事项按时处理并列出；最多 366 天。之后时钟静止。Ctrl-C 只停止跟踪，时间继续前进。',
  },
  options: { by: { type: 'string' }, to: { type: 'string' } },
  async run(context) {
    const [by, to] = [context.option('by'), context.option('to')];
    if ((by === undefined) === (to === undefined)) throw new UsageError(SAY.one_of, { names: '--by, --to' });
    const target = by === undefined ? instant(to ?? '') : span(by);
    const { clock } = context.client().sandbox;
    const at = target instanceof Date ? target : new Date(Date.parse((await clock.get()).now) + target);
    const { id } = await clock.advances.advance({ to: at.toISOString() });
    const report = await followed(context, id);
    if (report !== null) tell(context, report);
  },
};

/** Until it is over; null when somebody has stopped watching. */
async function followed(context: Context, id: string): Promise<Report | null> {
  const { advances } = context.client().sandbox.clock;
  const { rewrite, signal } = context;
  while (!signal.aborted) {
    const report = await advances.get(id);
    if (report.state !== 'advancing') {
      rewrite?.('');
      return report;
    }
    if (!context.isJson) rewrite?.(lineOf(context, report));
    await pause(LOOK_AGAIN_MS, signal).catch(() => undefined);
  }
  return null;
}

function tell(context: Context, report: Report): void {
  const rows = report.report.map(({ dueAt, what, resource, result, events, failures }) => [
    dueAt,
    what,
    resource?.id ?? '–',
    result,
    [...events.map(({ type }) => type), ...failures.map(({ code }) => code)].join(', '),
  ]);
  const waiting = report.unsettled.map(({ queue, count }) => context.say(SAY.clock_unsettled, { queue, count }));
  context.print(report, [...table(rows), ...waiting, lineOf(context, report)]);
}

function lineOf(context: Context, { id, state, reached, to, fellDue }: Report): string {
  return context.say(SAY.clock_advance, { id, state, reached, to, count: fellDue });
}

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

export const clock: readonly Command[] = [get, set, advance];

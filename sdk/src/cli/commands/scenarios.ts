import { errorOf } from '../../errors.js';
import { type ScenarioProgress } from '../../scenario.js';
import { type Command } from '../command.js';
import { type Context } from '../context.js';
import { SAY } from '../sentences.js';

const BAR = 30;

export const runScenario: Command = {
  name: 'scenarios run',
  usage: 'KIND [-f FILE|-]',
  summary: { en: 'Rehearse a whole export in a sandbox tenant', zh: '在沙箱租户中演练整单出口' },
  details: {
    en: 'KIND is export, customs_refuses, inspection …, as GET /v1/sandbox/scenario-kinds has them; the file has its parameters as JSON. Ctrl-C ends the watching, not the scenario.',
    zh: 'KIND 为 export、customs_refuses、inspection 等，见 GET /v1/sandbox/scenario-kinds；文件为 JSON 格式的参数。Ctrl-C 只停止跟踪，演练继续进行。',
  },
  options: { file: { type: 'string', short: 'f' } },
  positionals: ['KIND'],
  async run(context) {
    const file = context.option('file');
    const parameters = file === undefined ? {} : (context.json(file) as object);
    const running = context.client().runScenario(context.argument('KIND'), parameters, { signal: context.signal });
    const last = await show(context, running);
    if (last?.problem != null) throw errorOf(last.problem, { headers: new Headers(), retryAfterMs: null });
  },
};

/** A bar where somebody looks on; else a line for each change. As JSON: a scenario a line. */
async function show(context: Context, running: AsyncIterable<ScenarioProgress>): Promise<ScenarioProgress | null> {
  const { rewrite, isJson } = context;
  let last: ScenarioProgress | null = null;
  for await (const progress of running) {
    last = progress;
    if (isJson || rewrite === undefined) context.print(progress, lineOf(context, progress));
    else rewrite(`${barOf(progress)} ${lineOf(context, progress)}`);
  }
  if (isJson || rewrite === undefined || last === null) return last;
  rewrite('');
  context.print(last, lineOf(context, last));
  return last;
}

function lineOf(context: Context, { id, state, stepsDone, stepsTotal, steps, orderId }: ScenarioProgress): string {
  const step = steps.at(-1)?.description ?? '';
  return context.say(SAY.scenario, { id, state, done: stepsDone, total: stepsTotal, step, order: orderId ?? '–' });
}

function barOf({ stepsDone, stepsTotal }: ScenarioProgress): string {
  const full = Math.floor((BAR * stepsDone) / stepsTotal);
  return `[${'#'.repeat(full)}${'.'.repeat(BAR - full)}]`;
}

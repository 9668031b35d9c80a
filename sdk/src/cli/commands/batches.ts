import { createHash } from 'node:crypto';

import { asNdjson } from '../../batch.js';
import { type OperationProgress } from '../../watch.js';
import { type Command } from '../command.js';
import { type Context } from '../context.js';
import { SAY } from '../sentences.js';

const BAR = 30;

const create: Command = {
  name: 'batches create',
  usage: 'OPERATION -f FILE|- [--watch] [--idempotency-key KEY]',
  summary: { en: 'Give one command for many items', zh: '对多个条目执行同一命令' },
  details: {
    en: 'OPERATION is an operationId, such as enterParty. The file has one JSON object a line: {"body": {…}}. The same file again is the same batch, not a second one.',
    zh: 'OPERATION 为 operationId，例如 enterParty。文件每行一个 JSON 对象：{"body": {…}}。同一文件再次提交仍是同一批次。',
  },
  options: {
    file: { type: 'string', short: 'f' },
    watch: { type: 'boolean' },
    'idempotency-key': { type: 'string' },
  },
  positionals: ['OPERATION'],
  async run(context) {
    const operation = context.argument('OPERATION');
    const text = context.read(context.required('file'));
    const idempotencyKey = context.option('idempotency-key') ?? keyOf(operation, text);
    const batch = await context.client().sendBatch(operation, asNdjson(text), { idempotencyKey });
    const { id, total, state } = batch;
    if (context.flag('watch')) await follow(context, id);
    else context.print(batch, context.say(SAY.batch_ordered, { id, total, state }));
  },
};

/** Of what is in the file, so that sending it again is the same request. */
function keyOf(operation: string, text: string): string {
  return `cli-${createHash('sha256').update(`${operation}\n${text}`).digest('hex')}`;
}

const watch: Command = {
  name: 'operations watch',
  usage: 'ID',
  summary: { en: 'How bulk work goes, until it is over', zh: '跟踪批量操作直至结束' },
  positionals: ['ID'],
  run: (context) => follow(context, context.argument('ID')),
};

/** A bar where somebody looks on; else a line for each change. As JSON: an object a line. */
async function follow(context: Context, id: string): Promise<void> {
  const { rewrite, isJson, signal } = context;
  let last: OperationProgress | null = null;
  for await (const progress of context.client().watchOperation(id, { signal })) {
    last = progress;
    if (isJson || rewrite === undefined) context.print(progress, lineOf(context, progress));
    else rewrite(`${barOf(progress)} ${lineOf(context, progress)}`);
  }
  if (isJson || rewrite === undefined || last === null) return;
  rewrite('');
  context.print(last, lineOf(context, last));
}

function lineOf(context: Context, { id, state, total, done, failed, cancelled }: OperationProgress): string {
  return context.say(SAY.progress, { id, state, total, done, failed, cancelled });
}

function barOf({ done, cancelled, total }: OperationProgress): string {
  const full = Math.floor((BAR * (done + cancelled)) / total);
  return `[${'#'.repeat(full)}${'.'.repeat(BAR - full)}]`;
}

export const batches: readonly Command[] = [create, watch];

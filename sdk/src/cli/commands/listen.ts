import { type EntrepotEvent } from '../../operations.js';
import { pause } from '../../pause.js';
import { newWebhookSecret, signWebhook } from '../../webhooks.js';
import { type Command } from '../command.js';
import { type Context } from '../context.js';
import { SAY } from '../sentences.js';
import { readSettings, writeSettings } from '../settings.js';
import { UsageError } from '../usage-error.js';
import { FEED_OPTIONS, FEED_USAGE, feedOf, lineOf } from './events.js';

const TRIES = 4;
const FIRST_WAIT_MS = 500;
/** As long as the platform waits for a receiver. */
const TIMEOUT_MS = 15_000;

export const listen: Command = {
  name: 'listen',
  usage: `--forward-to URL [--secret SECRET] ${FEED_USAGE}`,
  summary: { en: 'Webhooks to a local address, without a tunnel', zh: '把 Webhook 送到本地地址，无需隧道' },
  details: {
    en: 'Reads the feed of events and posts each as the platform would, signed. The secret stays the same from one start to the next.',
    zh: '读取事件流，并像平台一样签名后逐个发送。密钥在多次启动之间保持不变。',
  },
  options: { ...FEED_OPTIONS, 'forward-to': { type: 'string' }, secret: { type: 'string' } },
  async run(context) {
    const url = context.required('forward-to');
    if (!/^https?:\/\//.test(url) || !URL.canParse(url)) throw new UsageError(SAY.not_a_url, { value: url });
    const feed = context.client().events.tail(feedOf(context));
    const secret = context.option('secret') ?? keptSecret(context);
    context.note(`${context.say(SAY.listening, { url })} ${secret}`);
    for await (const event of feed) {
      const outcome = await forward(context, event, url, secret);
      context.print({ event, ...outcome }, `${lineOf(event)}  → ${outcome.status ?? outcome.reason}`);
    }
  },
};

/** Of this user: an application that knows it need not be told anew. */
function keptSecret({ env }: Context): string {
  const settings = readSettings(env);
  if (settings.webhookSecret !== undefined) return settings.webhookSecret;
  const webhookSecret = newWebhookSecret();
  writeSettings(env, { ...settings, webhookSecret });
  return webhookSecret;
}

interface Outcome {
  readonly status: number | null;
  readonly reason: string | null;
}

async function forward(context: Context, event: EntrepotEvent, url: string, secret: string): Promise<Outcome> {
  for (let tries = 1; ; tries += 1) {
    const outcome = await post(event, url, secret, context.signal);
    if (outcome.reason === null || context.signal.aborted) return outcome;
    const { reason } = outcome;
    if (tries === TRIES) return { ...outcome, reason: context.say(SAY.forwarding_failed, { tries, reason }) };
    context.note(`${lineOf(event)}  ${context.say(SAY.forwarding_trial, { tries, reason })}`);
    await pause(FIRST_WAIT_MS * 2 ** (tries - 1), context.signal).catch(() => undefined);
  }
}

/** Signed anew each time, as each try is of its own time. */
async function post(event: EntrepotEvent, url: string, secret: string, signal: AbortSignal): Promise<Outcome> {
  const body = JSON.stringify(event);
  const timestampSeconds = Math.floor(Date.now() / 1_000);
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(await signWebhook({ id: event.id, body, timestampSeconds }, secret)),
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    await answer.body?.cancel();
    return { status: answer.ok ? answer.status : null, reason: answer.ok ? null : String(answer.status) };
  } catch (error) {
    const { message, cause } = error as Error;
    return { status: null, reason: cause instanceof Error && cause.message !== '' ? cause.message : message };
  }
}

import { type Schemas } from '../../operations.js';
import { type Command } from '../command.js';
import { type Context } from '../context.js';
import { SAY } from '../sentences.js';
import { readSettings, writeSettings } from '../settings.js';
import { table } from '../table.js';

const NAME = 'entrepot sandbox create';

const create: Command = {
  name: 'sandbox create',
  usage: '[--name NAME] [--base-url URL]',
  summary: { en: 'Make a sandbox tenant, and keep its key', zh: '创建沙箱租户，并保存其密钥' },
  details: {
    en: 'With the key that is there, if any; else without one, where the platform lets anybody in. Its own key takes the place of what login kept.',
    zh: '如已有密钥则使用该密钥；否则不使用密钥，前提是平台允许任何人创建。新租户的密钥将取代 login 保存的密钥。',
  },
  options: { name: { type: 'string' } },
  async run(context) {
    const made = await make(context);
    const { id, name, firstKey, seed } = made;
    if (firstKey.apiKey === null) throw new Error('The platform made a tenant and gave no key for it');
    const { baseUrl } = context;
    const file = writeSettings(context.env, { ...readSettings(context.env), baseUrl, apiKey: firstKey.apiKey });
    const rows = seed.map((one) => [one.id, one.kind, one.reference, one.name]);
    context.print({ id, name, baseUrl, file, seed }, [
      context.say(SAY.sandbox_made, { id, name }),
      ...table(rows),
      context.say(SAY.logged_in, { url: baseUrl, file }),
    ]);
    if (context.variable('ENTREPOT_API_KEY') !== undefined) context.note(context.say(SAY.variable_first));
  },
};

/** Once: sent again, it would make another one. */
function make(context: Context): Promise<Schemas['SandboxTenantDto']> {
  const client = context.hasKey ? context.client() : context.stranger();
  return client.sandbox.tenants.create({ name: context.option('name') ?? NAME }, { maxRetries: 0 });
}

const reset: Command = {
  name: 'sandbox reset',
  usage: '--tenant ID',
  summary: { en: 'Erase what a sandbox tenant has', zh: '清空沙箱租户的数据' },
  details: {
    en: 'Its keys, people, mandates and approval policies stay. Name the tenant, so that no other one is emptied by mistake; sandbox create and GET /v1/tenant tell it.',
    zh: '密钥、人员、代理授权和复核策略保留。须写明租户，以免误清其他租户；见 sandbox create 或 GET /v1/tenant。',
  },
  options: { tenant: { type: 'string' } },
  async run(context) {
    const done = await context.client().sandbox.reset.reset({ tenantId: context.required('tenant') });
    context.print(done, context.say(SAY.sandbox_emptied, { id: done.tenantId, count: done.erased }));
  },
};

export const sandbox: readonly Command[] = [create, reset];

import { type AppConfig } from '../../platform/config/app-config.js';
import { type Principal } from '../../platform/http/request.js';
import { LiveCallerError } from '../../platform/tenants/tenant.errors.js';
import { ActingForError, NoSandboxError } from '../domain/rehearsal.errors.js';
import { SAY } from '../domain/rehearsal.sentences.js';

/** Who may rehearse: a sandbox tenant, by itself, where there is a sandbox. @throws LiveCallerError, ActingForError, NoSandboxError */
export function assertRehearsal({ sandboxUrl }: AppConfig, { livemode, acting }: Principal): void {
  if (livemode) throw new LiveCallerError(SAY.live);
  if (acting !== undefined) throw new ActingForError(SAY.acting);
  if (sandboxUrl === null) throw new NoSandboxError(SAY.no_sandbox);
}

import { Inject, Injectable } from '@nestjs/common';

import { InputCheck } from '../../kernel/input-check.js';
import { newId, parseId, tryParseId, ID_PREFIX } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { type CredentialRef, credentialOf } from '../../platform/auth/verified.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/app-config.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type Command } from '../../platform/http/command.js';
import { among, equal, page, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { audit, enqueue } from '../../platform/outbox/outbox.js';
import { checkParameters, type Given } from '../domain/parameters.js';
import { SAY } from '../domain/rehearsal.sentences.js';
import { type SimulationKind } from '../domain/simulation-kind.js';
import { simulationKind } from '../domain/simulation-kinds.js';
import { SIMULATION, type SimulationCommand, type SimulationState } from '../domain/simulation-state.js';
import { WORK_SIMULATION } from '../jobs/rehearsal.job.js';
import { assertRehearsal } from './assert-rehearsal.js';

export interface Simulation {
  readonly id: string;
  readonly kind: string;
  /** As the outside sees it. */
  readonly resourceId: string;
  readonly parameters: Given;
  readonly credential: CredentialRef;
  readonly language: Language;
  readonly state: SimulationState;
  readonly tries: number;
  /** What the sandbox was told. */
  readonly lever: object | null;
  /** What it answered. */
  readonly effect: object | null;
  readonly problem: object | null;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
  readonly version: number;
}

export interface Wish {
  readonly kind: string;
  readonly resourceId: string;
  readonly parameters: object;
}

const COLUMNS = `
  id, kind, resource_id AS "resourceId", parameters, credential, language, state, tries, lever, effect, problem,
  created_at AS "createdAt", ended_at AS "endedAt", version`;
const ONE = `SELECT ${COLUMNS} FROM rehearsal.simulation WHERE tenant_id = $1 AND id = $2`;
const INSERT = `
  INSERT INTO rehearsal.simulation (tenant_id, id, kind, resource_id, parameters, credential, language, state, created_by,
                                    created_at)
  VALUES ($1, $2, $3, $4, $5::json, $6::jsonb, $7, 'ordered', $8, $9) RETURNING ${COLUMNS}`;
const END = `
  UPDATE rehearsal.simulation
  SET state = $3, lever = $4::json, effect = $5::json, problem = $6::json, tries = tries + 1, ended_at = $7,
      version = version + 1
  WHERE tenant_id = $1 AND id = $2 AND state = 'ordered'`;
/** How everything came to be is in the tenant's audit; what is not is not the tenant's. */
const KNOWN = `SELECT 1 FROM audit.record WHERE tenant_id = $1 AND resource_id = $2 AND resource_type = $3 LIMIT 1`;

/** What came of a try; without a command it is to be tried again. */
export interface Ending {
  readonly command: SimulationCommand | null;
  readonly lever: object | null;
  readonly effect: object | null;
  readonly problem: object | null;
}

/** What the simulated partners are made to do for a resource of the tenant. */
@Injectable()
export class Simulations {
  constructor(@Inject(APP_CONFIG) private readonly config: AppConfig) {}

  /** @throws LiveCallerError, NoSandboxError, ActingForError, InvalidInputError, ResourceNotFoundError */
  async order(tx: Tx, { caller, language }: Pick<Command, 'caller' | 'language'>, wish: Wish): Promise<Simulation> {
    assertRehearsal(this.config, caller);
    const { kind, resourceId, parameters } = wish;
    await assertKnown(tx, checked(wish));
    const id = newId();
    const written = [kind, resourceId, JSON.stringify(parameters), JSON.stringify(credentialOf(caller)), language];
    const ordered = found(await tx.query<Simulation>(INSERT, [tx.tenantId, id, ...written, caller.actor, tx.now]));
    enqueue(tx, WORK_SIMULATION, { simulationId: id });
    audit(tx, {
      action: 'rehearsal.simulation.ordered',
      resourceType: 'simulation',
      resourceId: id,
      to: ordered.state,
      details: { kind, resource: resourceId },
    });
    return ordered;
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<Simulation> {
    return found(await view.query<Simulation>(ONE, [view.tenantId, id]));
  }

  list(view: View, query: PageQuery, filter: Filter): Promise<Page<Simulation>> {
    return page<Simulation>(view, {
      table: 'rehearsal.simulation',
      columns: COLUMNS,
      query,
      conditions: [
        ...among('state', filter.state),
        ...equal('kind', filter.kind),
        ...equal('resource_id', filter.resourceId),
      ],
    });
  }

  /** @returns null where it is over, or has gone with all that its tenant had */
  async open(view: View, id: string): Promise<Simulation | null> {
    const [row] = await view.query<Simulation>(ONE, [view.tenantId, id]);
    return row?.state === 'ordered' ? row : null;
  }

  /** @returns the state that it is in then */
  async end(tx: Tx, { id, state: from }: Simulation, ending: Ending): Promise<SimulationState> {
    const { command, lever, effect, problem } = ending;
    const to = command === null ? from : SIMULATION.next(from, command);
    const texts = [lever, effect, problem].map((value) => (value === null ? null : JSON.stringify(value)));
    await tx.query(END, [tx.tenantId, id, to, ...texts, SIMULATION.isFinal(to) ? tx.now : null]);
    return to;
  }
}

interface Filter {
  readonly state?: string | undefined;
  readonly kind?: string | undefined;
  readonly resourceId?: string | undefined;
}

interface Target {
  readonly resource: SimulationKind['resource'];
  readonly uuid: string;
}

/** @throws InvalidInputError, MalformedIdError */
function checked({ kind: name, resourceId, parameters }: Wish): Target {
  const check = new InputCheck();
  const kind = simulationKind(name);
  check.that(kind !== undefined, '/kind', 'unknown_kind', SAY.no_such_kind);
  if (kind !== undefined) {
    const fits = tryParseId(kind.resource, resourceId) !== null;
    const prefix = ID_PREFIX[kind.resource];
    check.that(fits, '/resourceId', 'wrong_kind', SAY.other_resource({ prefix }));
    checkParameters(check, kind.parameters, parameters);
  }
  check.done();
  if (kind === undefined) throw new Error('A kind that is missing is a fault');
  return { resource: kind.resource, uuid: parseId(kind.resource, resourceId) };
}

/** @throws ResourceNotFoundError */
async function assertKnown(tx: Tx, { resource, uuid }: Target): Promise<void> {
  if (resource === 'tenant' && uuid === tx.tenantId) return;
  const rows = await tx.query(KNOWN, [tx.tenantId, uuid, resource]);
  if (rows.length === 0) throw new ResourceNotFoundError(SAY.no_such_resource);
}

function found([simulation]: readonly Simulation[]): Simulation {
  if (simulation === undefined) throw new ResourceNotFoundError(SAY.no_such_simulation);
  return simulation;
}

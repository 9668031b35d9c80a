import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Whole exports that are rehearsed, and what was called for each of their steps. */
export class RehearsalCreateScenarios1796200001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE rehearsal.scenario (
        tenant_id  uuid        NOT NULL,
        id         uuid        NOT NULL,
        kind       text        NOT NULL,
        mode       text        NOT NULL,
        state      text        NOT NULL,
        parameters json        NOT NULL,
        credential jsonb       NOT NULL,
        language   text        NOT NULL,
        begun_on   date        NOT NULL,
        facts      jsonb       NOT NULL DEFAULT '{}',
        next_step  integer     NOT NULL DEFAULT 1,
        problem    json,
        created_by text        NOT NULL,
        created_at timestamptz NOT NULL,
        ended_at   timestamptz,
        version    integer     NOT NULL DEFAULT 1,
        CONSTRAINT pk_scenario PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_scenario_mode CHECK (mode IN ('at_once', 'stepwise')),
        CONSTRAINT ck_scenario_state CHECK (state IN ('paused', 'running', 'completed', 'failed')),
        CONSTRAINT ck_scenario_end CHECK ((state IN ('completed', 'failed')) = (ended_at IS NOT NULL)),
        CONSTRAINT ck_scenario_problem CHECK ((state = 'failed') = (problem IS NOT NULL))
      )`);
    await db.query(`CALL platform.isolate('rehearsal.scenario')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON rehearsal.scenario TO entrepot_app`);
    // As json and not jsonb: what was sent is shown as it was, to the order of its fields.
    await db.query(`
      CREATE TABLE rehearsal.scenario_step (
        tenant_id    uuid        NOT NULL,
        scenario_id  uuid        NOT NULL,
        number       integer     NOT NULL,
        name         text        NOT NULL,
        state        text        NOT NULL,
        tries        integer     NOT NULL DEFAULT 0,
        operation_id text,
        method       text,
        path         text,
        headers      json,
        body         json,
        status       integer,
        resource_ids text[]      NOT NULL DEFAULT '{}',
        problem      json,
        started_at   timestamptz NOT NULL,
        ended_at     timestamptz,
        CONSTRAINT pk_scenario_step PRIMARY KEY (tenant_id, scenario_id, number),
        CONSTRAINT fk_scenario_step_scenario FOREIGN KEY (tenant_id, scenario_id)
          REFERENCES rehearsal.scenario (tenant_id, id),
        CONSTRAINT ck_scenario_step_state CHECK (state IN ('ordered', 'waiting', 'done', 'refused')),
        CONSTRAINT ck_scenario_step_end CHECK ((state IN ('done', 'refused')) = (ended_at IS NOT NULL)),
        CONSTRAINT ck_scenario_step_problem CHECK ((state = 'refused') = (problem IS NOT NULL))
      )`);
    await db.query(`CALL platform.isolate('rehearsal.scenario_step')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON rehearsal.scenario_step TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE rehearsal.scenario_step, rehearsal.scenario`);
  }
}

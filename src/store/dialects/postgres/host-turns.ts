import { type Kysely, type RawBuilder, sql } from 'kysely';
import {
  contestTime,
  type HeldLeases,
  type HostTurns,
  handOverPoll,
  soonest,
  type TurnAnswer,
  type TurnRequest,
  TurnsUnavailable,
} from '../../host-turns.ts';
import type { Tables } from '../../tables.ts';
import { isConflict, isConnectionLoss } from './failures.ts';

/** Milliseconds since the epoch by the clock of the database at this very moment. */
const serverClock: RawBuilder<number> = sql`(extract(epoch from clock_timestamp()) * 1000)::float8`;
const serverStart: RawBuilder<number> = sql`(extract(epoch from pg_postmaster_start_time()) * 1000)::float8`;

/**
 * Turns at hosts on PostgreSQL. Each statement locks the row of its host first and reads the clock
 * only then, so that of workers that ask at the same time one comes after the other.
 */
export class PostgresHostTurns implements HostTurns {
  readonly #db: Kysely<Tables>;
  readonly #clock: RawBuilder<number>;
  readonly #start: RawBuilder<number>;

  /** Clock and start of the server can be set by tests. */
  constructor(db: Kysely<Tables>, clock: RawBuilder<number> = serverClock, start: RawBuilder<number> = serverStart) {
    this.#db = db;
    this.#clock = clock;
    this.#start = start;
  }

  async ask(request: TurnRequest): Promise<TurnAnswer> {
    const known = await this.#ask(request);
    if (known !== null) return known;
    await this.#run(sql`insert into host_turns (host) values (${request.host}) on conflict do nothing`);
    const answer = await this.#ask(request);
    if (answer === null) throw new Error(`the row of ${request.host} is gone`);
    return answer;
  }

  async #ask(request: TurnRequest): Promise<TurnAnswer | null> {
    return (await this.#run(this.#statement(request)))[0] ?? null;
  }

  /** Decides and writes in one statement; no row where the host has none. */
  #statement(request: TurnRequest): RawBuilder<TurnAnswer> {
    const { host, worker, token, window, lease } = request;
    return sql<TurnAnswer>`with
locked as materialized (select * from host_turns where host = ${host} for update),
timed as materialized (select locked.*, ${this.#clock} as now, ${this.#start} as start from locked),
known as materialized (
  select t.*,
    coalesce(${request.delay}::float8, t.pause) as delay,
    coalesce(${request.delay}::float8, t.pause, ${request.pause}::float8) as step,
    t.owner is not null and t.owner_until > t.now as owned,
    least(greatest(t.last_at, case when t.owner_until <= t.now then t.owner_until else 0 end), t.now + ${window}::float8) as last,
    coalesce((select case when p.started < t.start and p.active_at > t.start - ${lease}::float8
      then t.start + ${lease}::float8 else p.rest_until end from pacing p where p.id = 1), 0) as rest_until,
    coalesce((select jsonb_object_agg(key, value) from jsonb_each(t.connections::jsonb)
      where value::text::float8 > t.now), '{}'::jsonb) as open,
    t.asker is not null and t.asker <> ${worker} and t.asked_at > t.now - ${contestTime}::float8 as rival
  from timed t),
measured as materialized (
  select k.*,
    greatest(k.not_before, k.last + k.step, k.rest_until) as due,
    k.owned and k.owner <> ${worker} as theirs,
    (select count(*) from jsonb_object_keys(k.open)) as used
  from known k),
decided as materialized (
  select m.*, case
    when m.owned and not m.theirs then 'owned'
    when m.theirs then 'wait'
    when not m.rival and m.contested_until <= m.now and m.used = 0 and m.last <= m.now then 'owned'
    when (not ${request.turn}::boolean or m.due <= m.now) and (not ${request.connection}::boolean or m.used < ${request.connections}::int)
      and m.rest_until <= m.now then 'granted'
    else 'wait' end as kind
  from measured m),
written as (
  update host_turns h set
    pause = d.delay,
    last_at = case when d.kind = 'granted' and ${request.turn}::boolean then d.now + ${window}::float8
      when d.owned then h.last_at else d.last end,
    turn = case when d.kind = 'granted' and ${request.turn}::boolean then ${token} else h.turn end,
    owner = case when d.kind = 'owned' then ${worker} when d.owned then h.owner else null end,
    owner_token = case when d.kind = 'owned' then ${token} when d.owned then h.owner_token else null end,
    owner_until = case when d.kind = 'owned' then d.now + ${lease}::float8 when d.owned then h.owner_until else 0 end,
    wanted = case when d.theirs then 1 when d.kind = 'owned' and d.owned then h.wanted else 0 end,
    asker = ${worker}, asked_at = d.now,
    contested_until = case when d.theirs or d.rival then d.now + ${contestTime}::float8 else h.contested_until end,
    connections = (case when d.kind = 'granted' and ${request.connection}::boolean
      then d.open || jsonb_build_object(${token}::text, d.now + ${lease}::float8) else d.open end)::text
  from decided d where h.host = d.host)
select kind, step as pause, (case
    when kind = 'granted' then 0
    when kind = 'owned' then greatest(due - now, 0)
    when theirs then ${handOverPoll}::float8
    when due <= now then ${handOverPoll}::float8
    when last > now then greatest(last - ${window}::float8 + step - now, ${soonest}::float8)
    else greatest(due - now, 1) end)::float8 as wait
from decided`;
  }

  async settle(host: string, token: string, release: boolean): Promise<void> {
    await this.#run(sql`update host_turns set
      last_at = case when turn = ${token} then ${this.#clock} else last_at end,
      turn = nullif(turn, ${token}),
      connections = case when ${release}::boolean then (connections::jsonb - ${token}::text)::text else connections end
      where host = ${host}`);
  }

  async release(host: string, token: string): Promise<void> {
    await this.#run(sql`update host_turns set connections = (connections::jsonb - ${token}::text)::text
      where host = ${host}`);
  }

  async rest(host: string, time: number): Promise<void> {
    await this.#run(sql`insert into host_turns (host, not_before) values (${host}, ${this.#clock} + ${time}::float8)
      on conflict (host) do update set not_before = greatest(host_turns.not_before, ${this.#clock} + ${time}::float8)`);
  }

  async setPause(host: string, pause: number): Promise<void> {
    await this.#run(sql`insert into host_turns (host, pause) values (${host}, ${pause}::float8)
      on conflict (host) do update set pause = excluded.pause`);
  }

  async renew(owned: readonly string[], connections: readonly HeldLeases[], lease: number): Promise<Set<string>> {
    await this.#showLife(lease);
    const tokens: string[] = [];
    // Rows are locked in one order, so that two workers never wait for each other.
    if (owned.length > 0)
      tokens.push(
        ...(await this.#tokens(sql`with
      mine as materialized (select host from host_turns where owner_token = any(${owned}::text[]) order by host for update)
      update host_turns h set owner_until = ${this.#clock} + ${lease}::float8
      from mine where h.host = mine.host and h.owner_token = any(${owned}::text[]) returning h.owner_token as token`)),
      );
    if (connections.length > 0)
      tokens.push(
        ...(await this.#tokens(sql`with
      kept as materialized (
        select * from jsonb_to_recordset(${JSON.stringify(connections)}::jsonb) as k(host text, tokens jsonb)),
      locked as materialized (select host from host_turns where host in (select host from kept) order by host for update),
      renewed as (
        update host_turns h set connections = (
          select coalesce(jsonb_object_agg(key, case when jsonb_exists(k.tokens, key)
            then to_jsonb(${this.#clock} + ${lease}::float8) else value end), '{}'::jsonb)
          from jsonb_each(h.connections::jsonb))::text
        from kept k join locked on locked.host = k.host
        where h.host = k.host returning h.connections, k.tokens)
      select key as token from renewed, jsonb_object_keys(renewed.connections::jsonb) key
      where jsonb_exists(renewed.tokens, key)`)),
      );
    return new Set(tokens);
  }

  async #tokens(statement: RawBuilder<{ token: string }>): Promise<string[]> {
    return (await this.#run(statement)).map(({ token }) => token);
  }

  /**
   * Notes that workers are active, and, at the first sign of life after a start of the server, that
   * what they held before may be forgotten.
   */
  async #showLife(lease: number): Promise<void> {
    await this.#run(sql`insert into pacing (id, started, active_at, rest_until) values (1, ${this.#start}, ${this.#clock}, 0)
      on conflict (id) do update set
        rest_until = case when pacing.started < excluded.started and pacing.active_at > excluded.started - ${lease}::float8
          then excluded.started + ${lease}::float8 else pacing.rest_until end,
        started = excluded.started, active_at = excluded.active_at`);
  }

  async wanted(worker: string): Promise<readonly string[]> {
    const rows = await this.#run(sql<{ host: string }>`select host from host_turns
      where owner = ${worker} and wanted = 1`);
    return rows.map(({ host }) => host);
  }

  async handBack(hosts: readonly { readonly host: string; readonly token: string }[]): Promise<void> {
    await this.#run(sql`with given as materialized (
        select * from jsonb_to_recordset(${JSON.stringify(hosts)}::jsonb) as g(host text, token text)),
      locked as materialized (select host from host_turns where host in (select host from given) order by host for update)
      update host_turns h set owner = null, owner_token = null, owner_until = 0, wanted = 0,
        last_at = greatest(h.last_at, ${this.#clock})
      from given g join locked on locked.host = g.host where h.host = g.host and h.owner_token = g.token`);
  }

  /** Carries a statement out; what a database says that is just starting or stopping may pass. */
  async #run<T>(statement: RawBuilder<T>): Promise<readonly T[]> {
    try {
      return (await statement.execute(this.#db)).rows;
    } catch (error) {
      if (isConnectionLoss(error) || isConflict(error))
        throw new TurnsUnavailable('the database does not answer', { cause: error });
      throw error;
    }
  }
}

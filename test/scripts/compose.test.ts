import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { buildProgram } from '../../src/cli/program.ts';

const own = z.strictObject({
  image: z.literal('govprobe'),
  build: z.strictObject({ context: z.literal('..'), dockerfile: z.literal('deploy/Containerfile') }),
  environment: z.record(z.string(), z.string()),
  init: z.literal(true),
  shm_size: z.string(),
  restart: z.literal('unless-stopped'),
  depends_on: z.strictObject({ database: z.strictObject({ condition: z.literal('service_healthy') }) }),
  command: z.array(z.string()).min(1),
  volumes: z.array(z.string().regex(/^[a-z]+:\/[a-z]+$/u)),
  stop_grace_period: z.string().regex(/^\d+[sm]$/u),
});

/** What we rely on; a key of compose that is not here has to be thought about first. */
const composeSchema = z.strictObject({
  name: z.literal('govprobe'),
  'x-govprobe': z.unknown(),
  services: z.strictObject({
    database: z.strictObject({
      image: z.string().regex(/^docker\.io\/library\/postgres:\d\d-/u),
      environment: z.strictObject({
        POSTGRES_USER: z.string(),
        POSTGRES_DB: z.string(),
        POSTGRES_PASSWORD: z.string(),
      }),
      volumes: z.tuple([z.literal('database:/var/lib/postgresql')]),
      healthcheck: z.strictObject({
        test: z.array(z.string()),
        interval: z.string(),
        timeout: z.string(),
        retries: z.number(),
      }),
      restart: z.string(),
      ports: z.array(z.string().startsWith('127.0.0.1:')),
    }),
    planner: own,
    worker: own,
  }),
  volumes: z.record(z.string(), z.null()),
});

const text = readFileSync(new URL('../../deploy/compose.yaml', import.meta.url), 'utf8');
const { services, volumes } = composeSchema.parse(parse(text, { merge: true, strict: true }));

describe('deploy/compose.yaml', () => {
  it.each(['planner', 'worker'] as const)('starts the %s with words that the program knows', async (name) => {
    const [command = '', ...words] = services[name].command;
    const known = (await buildProgram()).commands.find((one) => one.name() === command);
    const flags = known?.options.map(({ long }) => long);
    for (const word of words.filter((one) => one.startsWith('--'))) expect(flags).toContain(word);
  });

  it('plans in one process and visits in others, on the same database and evidence', () => {
    expect(services.planner.command).toContain('--plan-only');
    expect(services.worker.environment).toEqual(services.planner.environment);
    const { GOVPROBE_DATABASE: database = '' } = services.worker.environment;
    const { POSTGRES_USER: user, POSTGRES_DB: name } = services.database.environment;
    expect(database).toBe(`postgres://${user}:\${POSTGRES_PASSWORD:?put it into deploy/.env}@database:5432/${name}`);
    expect(services.worker.volumes).toContain('evidence:/evidence');
    expect(services.planner.volumes).toContain('evidence:/evidence');
  });

  it('holds no secret, declares its volumes, and lets workers be many', () => {
    expect(services.database.environment.POSTGRES_PASSWORD).toMatch(/^\$\{POSTGRES_PASSWORD:\?/u);
    const used = Object.values(services).flatMap((service) => service.volumes.map((one) => one.split(':')[0]));
    expect(new Set(used)).toEqual(new Set(Object.keys(volumes)));
    expect(Object.keys(services.worker)).not.toContain('ports');
    expect(Object.keys(services.worker)).not.toContain('container_name');
  });

  it('gives the folders that it mounts to the account of the image', () => {
    const image = readFileSync(new URL('../../deploy/Containerfile', import.meta.url), 'utf8');
    expect(image).toMatch(/install -d -o govprobe \/data \/evidence/u);
  });
});

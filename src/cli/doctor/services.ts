import { Secrets } from '../../config/secrets.ts';
import { lookAtServer } from '../../store/dialects/postgres/open-database.ts';
import { checkPlace, rootOf } from '../../store/media.ts';
import { databaseVariable, evidenceVariable, type Services, servicesOf } from '../../store/services.ts';
import { say } from '../say.ts';
import type { Check, DoctorOptions } from './check.ts';
import { firstLine } from './machine.ts';

/**
 * Looks at the servers that the store lies on: none where nothing is set. Neither a table nor an
 * object is made.
 */
export async function checkServices({ env }: DoctorOptions): Promise<Check[]> {
  let services: Services;
  try {
    services = servicesOf(Secrets.read(env));
  } catch (error) {
    return [failed(say('Servers'), error)];
  }
  const { database, evidence } = services;
  const checks: Promise<Check>[] = [];
  if (database !== null) checks.push(look(databaseVariable, async () => `PostgreSQL ${await lookAtServer(database)}`));
  if (evidence !== null)
    checks.push(
      look(evidenceVariable, async () => {
        await checkPlace(evidence);
        return say('{place} can be used', { place: rootOf('', evidence) });
      }),
    );
  return Promise.all(checks);
}

async function look(name: string, at: () => Promise<string>): Promise<Check> {
  try {
    return { name, status: 'ok', detail: await at(), cure: null };
  } catch (error) {
    return failed(name, error);
  }
}

function failed(name: string, error: unknown): Check {
  const cure = say('Correct the variable, or what it names; docs/scaling.md shows both.');
  return { name, status: 'fail', detail: firstLine(error), cure };
}

import { join } from 'node:path';
import { readYaml } from '../../../src/config/read-yaml.ts';
import { statementsSchema } from '../../../src/config/schema/statements.ts';
import { compileCondition } from '../../../src/scoring/statements/conditions.ts';
import { shippedPack } from '../../config/temporary-pack.ts';

/** The statements that the project ships. */
export const shippedStatements = readYaml(join(shippedPack, 'statements.yaml'), statementsSchema).value;

const compiled = new Map(
  shippedStatements.conditions.map((definition) => [definition.id, compileCondition(definition)]),
);

export function conditionNamed(id: string) {
  const condition = compiled.get(id);
  if (condition === undefined) throw new Error(`no condition ${id} in statements.yaml`);
  return condition;
}

/** The conditions of the service, question and open-data probes. */
const sixProbeNames = [
  'smart-search',
  'smart-qa',
  'open-data-platform',
  'no-open-data-platform',
  'api-zero',
  'apps-below-ten',
  'privacy-policy',
  'no-privacy-policy',
];
export const sixProbeConditions = sixProbeNames.map(conditionNamed);
export const sixProbeDefinitions = shippedStatements.conditions.filter(({ id }) => sixProbeNames.includes(id));

import { bombs } from '../../src/sandbox/hostile/bombs.ts';
import { startHostile } from '../../src/sandbox/hostile/hostile.ts';
import { plainBehaviours, scriptedBehaviours } from '../../src/sandbox/hostile/table.ts';
import { countryMakers } from '../../src/sandbox/makers.ts';
import { Country } from '../../src/sandbox/proxy/country.ts';
import { World } from '../../src/sandbox/world/index.ts';
import { pack } from './fault-run.ts';

/**
 * Serves the hostile sites beside the simulated country in a separate process; prints the proxy's
 * address and ends with standard input.
 */
const world = new World({
  governments: pack.governments,
  observed: pack.observed,
  families: countryMakers.families,
  weather: 'calm',
  today: '2026-11-20',
});
const others = new Country(world, countryMakers.handlers);
const { proxyUrl } = await startHostile([...plainBehaviours, ...scriptedBehaviours], others);
// Packed now, so that no request waits for it.
for (const { answer } of bombs) answer({ method: 'GET', url: new URL('http://x.example/'), headers: {}, body: '' });
process.stdout.write(`${proxyUrl}\n`);
process.stdin.on('end', () => process.exit()).resume();

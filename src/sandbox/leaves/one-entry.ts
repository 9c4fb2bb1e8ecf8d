import { oneEntryValue } from '../../model/values/one-entry.ts';
import { luck } from '../world/truth-input.ts';
import { defineLeaf, rowsOf, type SiteName } from './leaf.ts';

/** Service channels besides the web site. */
const entryChannels = ['app', 'mini', 'wechat'] as const;

interface OneEntry {
  readonly account: boolean;
  readonly channels: readonly (typeof entryChannels)[number][];
}

const sites: readonly SiteName[] = ['service', 'portal'];
const { present, absent } = rowsOf(oneEntryValue);

export const oneEntry = defineLeaf({
  probe: 'one-entry',
  fact: 'oneEntry',
  draw(input): OneEntry {
    const { supply } = input.development;
    const random = luck(input, 'entry');
    return { account: random.chance(0.3 + supply * 0.75), channels: random.some(entryChannels, 0.3 + supply * 0.5) };
  },
  row({ oneEntry: { account, channels } }) {
    if (!account && channels.length === 0) return absent(sites);
    // A single account is full marks; channels alone are a part.
    return present(sites, { level: account ? 'working' : 'reachable', account, channels });
  },
});

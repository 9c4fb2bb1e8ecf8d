import { describe, expect, it } from 'vitest';
import { makeSeen } from '../../src/reading/seen.ts';
import { town } from '../probes/captures.ts';
import { knowledge } from '../probes/knowledge.ts';
import { type Entry, home, portalPage } from '../probes/visit.ts';

const probe = { id: 'any', sites: ['portal'] as const };
const coverageOf = (...entries: Entry[]) =>
  makeSeen({ government: town, knowledge: knowledge(), entries, unread: {} }, probe).coverage('portal');

const bare = `<div><a href="/a/">一</a><a href="/b/">二</a><a href="/c/">三</a><a href="/d/">四</a><a href="/e/">五</a>
<p>${'安和市人民政府今日发布。'.repeat(20)}</p></div>`;

describe('coverage of a page that a browser rendered', () => {
  it('is whole when all its scripts came', () => {
    expect(coverageOf(home(bare, { via: 'browser' })).state).toBe('seen');
  });

  it('is in doubt when scripts or data failed and no header and footer show', () => {
    expect(coverageOf(home(bare, { via: 'browser', missed: 1 }))).toMatchObject({
      state: 'partial',
      reason: 'scripts-failed',
    });
  });

  it('is whole in spite of a failed script when header and footer show', () => {
    const whole = portalPage('<p>今日</p>', '<a href="/about/">关于我们</a><a href="/map/">网站地图</a>');
    expect(coverageOf(home(whole, { via: 'browser', missed: 3 })).state).toBe('seen');
  });
});

import { describe, expect, it } from 'vitest';
import type { Government } from '../../src/model/government.ts';
import { ownerOf } from '../../src/reading/owner.ts';
import { town } from '../probes/captures.ts';

const at = (url: string) => ({ url, confidence: 'high' }) as const;
const host = 'http://www.anhe.gov.cn';
const withData = (path: string): Government => ({
  ...town,
  sites: { portal: at(`${host}/`), 'open-data': at(`${host}${path}`) },
});

describe('owner of a URL', () => {
  it.each([
    ['/sj/index.html', '/sj/list.html', 'open-data'],
    ['/sj/', '/sj/list.html', 'open-data'],
    ['/sj/index', '/sj/list', 'open-data'],
    ['/lm/sj', '/lm/sj', 'open-data'],
    ['/lm/sj', '/lm/sj/list', 'open-data'],
    ['/lm/sj', '/lm/gk', 'portal'],
    ['/lm/sj', '/lm/sj2', 'portal'],
    ['/lm/sj', '/', 'portal'],
  ])('platform at %s: %s is of %s', (platform, path, owner) => {
    expect(ownerOf(`${host}${path}`, withData(platform))).toBe(owner);
  });

  it('is the only site of the host for neighbours of its address', () => {
    const alone: Government = { ...town, sites: { 'open-data': at('http://data.anhe.gov.cn/app/home1') } };
    expect(ownerOf('http://data.anhe.gov.cn/app/list', alone)).toBe('open-data');
    expect(ownerOf('http://www.other.gov.cn/', alone)).toBeNull();
    expect(ownerOf('', alone)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { html } from '../../src/web/markup.ts';
import { pages } from '../../src/web/pages/list.ts';
import { permits, type Role, roles } from '../../src/web/roles.ts';
import type { Route } from '../../src/web/route.ts';
import type { Access } from '../../src/web/security/access.ts';
import { Browser, openConsole } from './consoles.ts';

const origin = 'https://console.example.org';

/** Everybody whose session cookie is the name of a role has that role. */
const access: Access = {
  kind: 'accounts',
  personOf: (session) => {
    const role = roles.find((one) => one === session) ?? null;
    return { name: role === null ? null : 'someone', role };
  },
  logIn: async () => ({ kind: 'wrong' }),
  logOut: () => undefined,
};

/** The routes of the console with handlers that only say that they were reached. */
const reached: readonly Route[] = pages.map((route) => ({
  ...route,
  handle: () => (route.path.startsWith('/api/') ? new Response('reached') : { title: 'reached', body: html`reached` }),
}));

const pathOf = (route: Route): string => route.path.replace(/:\w+/gu, 'x');
const people = [null, ...roles] as const;
const cases = reached.flatMap((route) => people.map((role) => [route.method, route.path, role, route] as const));

async function ask(route: Route, role: Role | null): Promise<Response> {
  const { app } = openConsole({ access, origin, routes: reached });
  const browser = new Browser(app, origin);
  if (role !== null) browser.cookies.set('__Host-govprobe-session', role);
  if (route.method === 'get') return browser.get(pathOf(route));
  return browser.send(pathOf(route), new URLSearchParams({ token: await browser.token('/login') }));
}

describe('every route and every role', () => {
  it.each(cases)('%s %s as %s', async (_method, _path, role, route) => {
    const response = await ask(route, role);
    if (permits(route.audience, role)) {
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('reached');
      return;
    }
    expect(await response.text()).not.toContain('reached');
    if (route.path.startsWith('/api/')) expect(response.status).toBe(role === null ? 401 : 403);
    else if (role === null && route.method === 'get') {
      expect(response.status).toBe(303);
      expect(response.headers.get('location')).toMatch(/^\/login\?back=%2F/u);
    } else expect(response.status).toBe(403);
  });
});

describe('the routes', () => {
  it('are open to nobody who is not logged in, but for log-in, display and the files of the console', () => {
    const open = pages.filter(({ audience }) => audience === 'anyone').map(({ method, path }) => `${method} ${path}`);
    expect(open.sort()).toEqual([
      'get /login',
      'get /static/console.js',
      'get /static/icon.svg',
      'get /static/style.css',
      'post /login',
      'post /settings',
    ]);
  });

  it('let readers change nothing but their own session', () => {
    const free = pages.filter(({ method, audience }) => method === 'post' && audience === 'reader');
    expect(free.map(({ path }) => path).sort()).toEqual([
      '/editions/:name/verify',
      '/logout',
      '/name',
      '/reviews/keys',
    ]);
  });

  it('are stated once', () => {
    const stated = pages.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(stated).size).toBe(stated.length);
  });
});

import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from './content.ts';
import type { Workshop } from './daemons.ts';

/** Paths of the programs in Debian's packages. */
const needed = {
  php: '/usr/bin/php',
  mariadb: '/usr/sbin/mariadbd',
  wordpress: '/usr/share/wordpress/wp-load.php',
  'wordpress-l10n': '/usr/share/wordpress/wp-content/languages/zh_CN.mo',
  'wordpress-theme-twentytwentyone': '/usr/share/wordpress/wp-content/themes/twentytwentyone/index.php',
  mediawiki: '/usr/share/mediawiki/maintenance/install.php',
  dokuwiki: '/usr/share/dokuwiki/doku.php',
};

/** Packages that are missing on this machine. */
export function missingPackages(): string[] {
  return Object.entries(needed).flatMap(([name, file]) => (existsSync(file) ? [] : [name]));
}

/** Starts a MariaDB of the workshop as the package's user; returns the path of its socket. */
export async function startMariaDb(workshop: Workshop): Promise<string> {
  const data = join(workshop.folder, 'mariadb');
  const socket = join(data, 'server.sock');
  mkdirSync(data);
  // The folder belongs to root, and the server's user needs access.
  chmodSync(workshop.folder, 0o755);
  workshop.run('chown', ['mysql', data]);
  const common = ['--no-defaults', '--user=mysql', `--datadir=${data}`];
  workshop.run('mariadb-install-db', [...common, '--auth-root-authentication-method=normal', '--skip-test-db']);
  const connect = ['--no-defaults', '--user=root', `--socket=${socket}`];
  const ready = async (): Promise<boolean> => {
    try {
      workshop.run('mariadb', [...connect, '-e', 'CREATE DATABASE IF NOT EXISTS sites']);
      return true;
    } catch {
      return false;
    }
  };
  await workshop.start('mariadbd', [...common, `--socket=${socket}`, '--skip-networking'], ready);
  return socket;
}

/**
 * Starts a Chinese WordPress with these articles besides its own; returns its port. `name` is its
 * folder and table prefix.
 */
export async function startWordPress(
  workshop: Workshop,
  socket: string,
  name: string,
  site: { readonly url: string; readonly title: string; readonly articles: readonly Article[] },
): Promise<number> {
  const folder = join(workshop.folder, name);
  const languages = '/usr/share/wordpress/wp-content/languages';
  cpSync('/usr/share/wordpress', folder, {
    recursive: true,
    dereference: true,
    filter: (source) => !source.startsWith(languages) && !source.endsWith('/wp-config.php'),
  });
  mkdirSync(join(folder, 'wp-content/languages'));
  for (const file of readdirSync(languages).filter((one) => one.includes('zh_CN')))
    cpSync(join(languages, file), join(folder, 'wp-content/languages', file), { dereference: true });
  const keys = ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'].flatMap((key) => [`${key}_KEY`, `${key}_SALT`]);
  const constants = {
    DB_NAME: 'sites',
    DB_USER: 'root',
    DB_PASSWORD: '',
    DB_HOST: `localhost:${socket}`,
    DB_CHARSET: 'utf8mb4',
    DB_COLLATE: '',
    ...Object.fromEntries(keys.map((key) => [key, key])),
  };
  writeFileSync(
    join(folder, 'wp-config.php'),
    [
      '<?php',
      ...Object.entries(constants).map(([key, value]) => `define('${key}', '${value}');`),
      ...['WP_HTTP_BLOCK_EXTERNAL', 'DISABLE_WP_CRON', 'AUTOMATIC_UPDATER_DISABLED'].map(
        (key) => `define('${key}', true);`,
      ),
      `$table_prefix = '${name}_';`,
      "if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');",
      "require_once ABSPATH . 'wp-settings.php';",
      '',
    ].join('\n'),
  );
  const articles = join(workshop.folder, `${name}.json`);
  writeFileSync(articles, JSON.stringify(site.articles));
  workshop.run('php', [join(import.meta.dirname, 'wordpress.php'), folder, site.url, site.title, articles]);
  return workshop.servePhp(folder);
}

/**
 * Starts a Chinese MediaWiki over SQLite with these pages, the privacy page linked from its footer;
 * returns its port.
 */
export async function startMediaWiki(
  workshop: Workshop,
  site: {
    readonly url: string;
    readonly title: string;
    readonly articles: readonly Article[];
    readonly privacy: string;
  },
): Promise<number> {
  const program = '/usr/share/mediawiki';
  const folder = join(workshop.folder, 'mediawiki');
  mkdirSync(folder);
  const env = { MW_CONFIG_FILE: join(folder, 'LocalSettings.php') };
  const install = ['--dbtype=sqlite', '--dbname=wiki', `--dbpath=${folder}`, `--confpath=${folder}`, '--scriptpath='];
  const account = ['--pass=a-long-word-for-nobody', site.title, 'Editor'];
  const installer = join(program, 'maintenance/install.php');
  workshop.run('php', [installer, ...install, `--server=${site.url}`, '--lang=zh-cn', ...account], { env });
  const write = (page: string, text: string): string =>
    workshop.run('php', [join(program, 'maintenance/edit.php'), '-u', 'Editor', page], { env, input: text });
  for (const { title, text } of site.articles) write(title, text);
  write('首页', site.articles.map(({ title }) => `* [[${title}]]`).join('\n'));
  write('Project:隐私政策', site.privacy);
  return workshop.servePhp(program, env);
}

/**
 * Starts a Chinese DokuWiki with these pages, indexed and linked from its start page; returns its
 * port.
 */
export async function startDokuWiki(
  workshop: Workshop,
  site: { readonly title: string; readonly articles: readonly Article[]; readonly privacy: string },
): Promise<number> {
  const folder = join(workshop.folder, 'dokuwiki');
  const copy = { recursive: true, dereference: true };
  cpSync('/usr/share/dokuwiki', folder, {
    ...copy,
    // Debian's paths remain; dangling links lead to files of web server packages.
    filter: (source) => existsSync(source) && !source.endsWith('/inc/preload.php'),
  });
  for (const part of ['conf', 'data']) rmSync(join(folder, part), { recursive: true, force: true });
  cpSync('/etc/dokuwiki', join(folder, 'conf'), { ...copy, filter: (source) => existsSync(source) });
  cpSync('/var/lib/dokuwiki/data', join(folder, 'data'), copy);
  const settings = {
    title: site.title,
    lang: 'zh',
    useacl: 0,
    savedir: join(folder, 'data'),
    disableactions: 'register',
  };
  const lines = Object.entries(settings).map(([key, value]) => `$conf['${key}'] = ${JSON.stringify(value)};`);
  writeFileSync(join(folder, 'conf/local.php'), ['<?php', ...lines, ''].join('\n'));
  rmSync(join(folder, 'conf/local.protected.php'), { force: true });
  const pages: Record<string, string> = {
    start: [
      `====== ${site.title} ======`,
      ...site.articles.map(({ title }, index) => `  * [[article${index}|${title}]]`),
      '  * [[privacy|隐私政策]]',
    ].join('\n'),
    privacy: `====== 隐私政策 ======\n${site.privacy}`,
    ...Object.fromEntries(
      site.articles.map(({ title, text }, index) => [`article${index}`, `====== ${title} ======\n${text}`]),
    ),
  };
  for (const [page, text] of Object.entries(pages)) writeFileSync(join(folder, `data/pages/${page}.txt`), text);
  workshop.run('php', [join(folder, 'bin/indexer.php'), '-q']);
  return workshop.servePhp(folder);
}

import { findChromium, isHeadlessShell } from '../../pipeline/crawl/browser/find-chromium.ts';
import type { Check, DoctorOptions } from './check.ts';
import { runProgram } from './run-program.ts';

const withoutBrowser = 'pages that only a browser can show stay unknown';

/** Looks for a Chromium as a run would, and asks it for its version. */
export async function checkChromium({ env, limit }: DoctorOptions): Promise<Check> {
  const name = 'Chromium';
  const named = env.GOVPROBE_CHROMIUM;
  if (named === 'none') {
    return { name, status: 'warn', detail: `switched off by GOVPROBE_CHROMIUM=none: ${withoutBrowser}`, cure: null };
  }
  const program = findChromium(env);
  if (program === null && named) {
    const cure = 'Correct the variable, or remove it to have one looked for.';
    return { name, status: 'fail', detail: `GOVPROBE_CHROMIUM names ${named}, which cannot be started`, cure };
  }
  if (program === null) {
    return { name, status: 'warn', detail: `not found: ${withoutBrowser}`, cure: howToInstall(process.platform) };
  }
  const version = await runProgram(program, ['--version'], limit);
  if (version === null) {
    const detail = `${program} does not start: ${withoutBrowser}`;
    return {
      name,
      status: 'warn',
      detail,
      cure: `Run ${program} --version to see why. ${howToInstall(process.platform)}`,
    };
  }
  const slower = isHeadlessShell(program) ? '' : '; the headless shell would need half the time';
  return { name, status: 'ok', detail: `${version.trim()} (${program})${slower}`, cure: null };
}

function howToInstall(platform: NodeJS.Platform): string {
  return platform === 'linux'
    ? 'sudo apt-get install chromium-headless-shell fonts-noto-cjk (Debian), else npx playwright install --with-deps --only-shell chromium'
    : 'Run npx playwright install --only-shell chromium, or install Google Chrome';
}

/** Whether there is a font for the pack's language; without one, screenshots show empty boxes. */
export async function checkFont({ limit, language: tag }: DoctorOptions, platform = process.platform): Promise<Check> {
  const { language, script = '' } = new Intl.Locale(tag).maximize();
  const spoken = new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
  const name = `${spoken} font`;
  const packages = ['Hans', 'Hant', 'Jpan', 'Kore'].includes(script) ? 'fonts-noto-cjk' : 'fonts-noto';
  if (platform !== 'linux') return { name, status: 'ok', detail: 'part of the system', cure: null };
  const fonts = await runProgram('fc-list', [`:lang=${language}`, 'family'], limit);
  if (fonts === null) {
    const cure = `sudo apt-get install fontconfig ${packages}`;
    return { name, status: 'warn', detail: 'cannot be told (fc-list is missing)', cure };
  }
  const families = [...new Set(fonts.split('\n').map((line) => line.split(',')[0]?.trim() ?? ''))]
    .filter(Boolean)
    .sort();
  if (families.length > 0) return { name, status: 'ok', detail: families.slice(0, 3).join(', '), cure: null };
  const cure = `sudo apt-get install ${packages}`;
  return { name, status: 'warn', detail: `none: screenshots show boxes for letters of ${spoken}`, cure };
}

import { findChromium, isHeadlessShell } from '../../pipeline/crawl/browser/find-chromium.ts';
import { say, spokenLanguage } from '../say.ts';
import type { Check, DoctorOptions } from './check.ts';
import { runProgram } from './run-program.ts';

/** Looks for a Chromium as a run would, and asks it for its version. */
export async function checkChromium({ env, limit }: DoctorOptions): Promise<Check> {
  const name = 'Chromium';
  const named = env.GOVPROBE_CHROMIUM;
  if (named === 'none') {
    return {
      name,
      status: 'warn',
      detail: say('switched off by GOVPROBE_CHROMIUM=none: pages that only a browser can show stay unknown'),
      cure: null,
    };
  }
  const program = findChromium(env);
  if (program === null && named) {
    const cure = say('Correct the variable, or remove it to have one looked for.');
    const detail = say('GOVPROBE_CHROMIUM names {file}, which cannot be started', { file: named });
    return { name, status: 'fail', detail, cure };
  }
  if (program === null) {
    const detail = say('not found: pages that only a browser can show stay unknown');
    return { name, status: 'warn', detail, cure: howToInstall(process.platform) };
  }
  const version = await runProgram(program, ['--version'], limit);
  if (version === null) {
    const detail = say('{program} does not start: pages that only a browser can show stay unknown', { program });
    const cure = say('Run {program} --version to see why. {install}', {
      program,
      install: howToInstall(process.platform),
    });
    return { name, status: 'warn', detail, cure };
  }
  const slower = isHeadlessShell(program) ? '' : say('; the headless shell would need half the time');
  return { name, status: 'ok', detail: `${version.trim()} (${program})${slower}`, cure: null };
}

function howToInstall(platform: NodeJS.Platform): string {
  return platform === 'linux'
    ? say(
        'sudo apt-get install chromium-headless-shell fonts-noto-cjk (Debian), else npx playwright install --with-deps --only-shell chromium',
      )
    : say('Run npx playwright install --only-shell chromium, or install Google Chrome');
}

/** Whether there is a font for the pack's language; without one, screenshots show empty boxes. */
export async function checkFont({ limit, language: tag }: DoctorOptions, platform = process.platform): Promise<Check> {
  const { language, script = '' } = new Intl.Locale(tag).maximize();
  const spoken = new Intl.DisplayNames([spokenLanguage()], { type: 'language' }).of(language) ?? language;
  const name = say('{language} font', { language: spoken });
  const packages = ['Hans', 'Hant', 'Jpan', 'Kore'].includes(script) ? 'fonts-noto-cjk' : 'fonts-noto';
  if (platform !== 'linux') return { name, status: 'ok', detail: say('part of the system'), cure: null };
  const fonts = await runProgram('fc-list', [`:lang=${language}`, 'family'], limit);
  if (fonts === null) {
    const cure = `sudo apt-get install fontconfig ${packages}`;
    return { name, status: 'warn', detail: say('cannot be told (fc-list is missing)'), cure };
  }
  const families = [...new Set(fonts.split('\n').map((line) => line.split(',')[0]?.trim() ?? ''))]
    .filter(Boolean)
    .sort();
  if (families.length > 0) return { name, status: 'ok', detail: families.slice(0, 3).join(', '), cure: null };
  const cure = `sudo apt-get install ${packages}`;
  const detail = say('none: screenshots show boxes for letters of {language}', { language: spoken });
  return { name, status: 'warn', detail, cure };
}

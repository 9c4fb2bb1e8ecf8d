import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildProgram } from '../../src/cli/program.ts';
import { scheduleSchema } from '../../src/config/schema/schedule.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
const text = readFileSync(path.join(root, 'docs/first-night.md'), 'utf8');
const commands = new Map((await buildProgram()).commands.map((command) => [command.name(), command]));
/** Command lines in code, with the command's name and the rest. */
const lines = [...text.matchAll(/govprobe ([a-z][a-z-]+)([^`\n|]*)/gu)].map(([, name = '', rest = '']) => ({
  name,
  rest,
}));

describe('docs/first-night.md', () => {
  it('names commands and options that exist', () => {
    const inCode = lines.filter(({ name, rest }) => commands.has(name) || rest.includes('--'));
    expect(inCode.length).toBeGreaterThan(15);
    for (const { name, rest } of inCode) {
      const command = commands.get(name);
      expect(command, name).toBeDefined();
      for (const [option] of rest.matchAll(/--[a-z][a-z-]*/gu))
        expect(
          command?.options.map(({ long }) => long),
          `${name} ${option}`,
        ).toContain(option);
    }
  });

  it('states the limits that the shipped pack has', () => {
    const { 'check-sheet': limits } = scheduleSchema.parse(
      parse(readFileSync(path.join(root, 'config/schedule.yaml'), 'utf8')),
    );
    for (const state of ['present', 'absent'] as const) {
      const { right, 'at-least': least } = limits[state];
      expect(text).toContain(
        `| \`${state}.right\`, \`${state}.at-least\` | ${right.toFixed(2)}; lower end ${least.toFixed(2)} |`,
      );
    }
    expect(text).toContain(`| \`checked\` | ${limits.checked.toFixed(2)} |`);
    expect(text).toContain(`| \`cannot-tell\` | ${limits['cannot-tell'].toFixed(2)} |`);
    const { present, absent, unknown } = limits.rows;
    expect(text).toContain(`${60 * present} present, ${60 * absent} absent and ${60 * unknown} unknown`);
  });
});
